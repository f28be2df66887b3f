package io.quarkiverse.usersession.benchmarks.codec;

import java.util.Map;

/** One way of keeping a session in a cookie. */
public interface Contender extends AutoCloseable {

    /** The contender for one more thread: itself, unless it keeps what threads can't share. */
    default Contender forThread() {
        return this;
    }

    /** The value of a cookie for this data. */
    String seal(Map<String, Object> data) throws Exception;

    /** What comes with a request that brings this cookie. */
    default String received(String cookie) {
        return cookie;
    }

    /** All data of a session. */
    Object open(String received) throws Exception;

    /** What a request costs that reads one value. */
    Object openAndGet(String received, String key) throws Exception;

    /** What a request costs that changes one value of the session that it came with: open, set, and seal again. */
    String setAndSeal(String received, String key, Object value) throws Exception;

    @Override
    default void close() throws Exception {
    }

    static Contender named(String name) throws ReflectiveOperationException {
        return (Contender) Class.forName(Contender.class.getPackageName() + "." + name).getDeclaredConstructor().newInstance();
    }
}
