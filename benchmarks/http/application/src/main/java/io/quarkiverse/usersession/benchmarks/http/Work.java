package io.quarkiverse.usersession.benchmarks.http;

/** What the endpoints do with the session, the same in all kinds of endpoints. */
public interface Work {

    String USER = "user-000123";

    /** Leaves the session alone. */
    default String plain() {
        return USER;
    }

    /** Fills a session as the benchmarks want it. */
    String begin();

    /** Reads one value. */
    String read();

    /** Changes one value. */
    String write();

    /** Says whose session it is and how often it was visited: for the first user who asks, and for nobody else. */
    String visit(String user);

    /** Says the same, and changes nothing. */
    String visits();
}
