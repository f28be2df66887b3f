package io.quarkiverse.usersession.benchmarks.codec;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CookieBenchmark {

    /** A power of two. One alone would never need another key, and the JDK keeps the last one's schedule. */
    private static final int USERS = 64;

    @State(Scope.Benchmark)
    public static class Session {

        /** The simple name of its class. */
        @Param("UserSessionCookie")
        public String contender;

        @Param({ "SMALL", "MEDIUM", "LARGE" })
        public Payload payload;

        Contender shared;
        Map<String, Object> data;
        final String[] received = new String[USERS];

        @Setup
        public void seal() throws Exception {
            shared = Contender.named(contender);
            data = payload.data();
            for (int user = 0; user < USERS; user++) {
                received[user] = shared.received(shared.seal(data));
            }
            verify();
        }

        /** A benchmark of something that does not work says nothing. */
        private void verify() throws Exception {
            Object read = shared.openAndGet(received[0], Payload.READ);
            String changed = shared.setAndSeal(received[0], Payload.WRITTEN, 2000);
            if (!data.get(Payload.READ).equals(read)
                    || !Integer.valueOf(2000).equals(shared.openAndGet(shared.received(changed), Payload.WRITTEN))) {
                throw new IllegalStateException(contender + " does not keep a session");
            }
        }

        @TearDown
        public void close() throws Exception {
            shared.close();
        }
    }

    @State(Scope.Thread)
    public static class Request {

        Contender contender;
        private String[] received;
        private int count;

        @Setup
        public void begin(Session session) {
            contender = session.shared.forThread();
            received = session.received;
        }

        /** What the next user's request brings. */
        String received() {
            return received[++count & USERS - 1];
        }

        /** Another number each time, and never the one that the cookie has. */
        Integer visits() {
            return 2000 + (count & 0xfff);
        }
    }

    @Benchmark
    public Object seal(Session session, Request request) throws Exception {
        return request.contender.seal(session.data);
    }

    @Benchmark
    public Object open(Request request) throws Exception {
        return request.contender.open(request.received());
    }

    @Benchmark
    public Object openAndGet(Request request) throws Exception {
        return request.contender.openAndGet(request.received(), Payload.READ);
    }

    @Benchmark
    public Object setAndSeal(Request request) throws Exception {
        return request.contender.setAndSeal(request.received(), Payload.WRITTEN, request.visits());
    }
}
