package io.quarkiverse.usersession.benchmarks;

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

    @State(Scope.Benchmark)
    public static class Session {

        /** The simple name of its class. */
        @Param("UserSessionCookie")
        public String contender;

        @Param({ "SMALL", "MEDIUM", "LARGE" })
        public Payload payload;

        Contender shared;
        Map<String, Object> data;
        String cookie;

        @Setup
        public void seal() throws Exception {
            shared = Contender.named(contender);
            data = payload.data();
            cookie = shared.seal(data);
            verify();
        }

        /** A benchmark of something that does not work says nothing. */
        private void verify() throws Exception {
            Object read = shared.openAndGet(cookie, Payload.READ);
            String changed = shared.setAndSeal(cookie, Payload.WRITTEN, 2000);
            if (!data.get(Payload.READ).equals(read)
                    || !Integer.valueOf(2000).equals(shared.openAndGet(changed, Payload.WRITTEN))) {
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
        private int visits;

        @Setup
        public void begin(Session session) {
            contender = session.shared.forThread();
        }

        /** Another one each time, and never the one that the cookie has. */
        Integer visits() {
            visits = (visits + 1) & 0xfff;
            return 2000 + visits;
        }
    }

    @Benchmark
    public Object seal(Session session, Request request) throws Exception {
        return request.contender.seal(session.data);
    }

    @Benchmark
    public Object open(Session session, Request request) throws Exception {
        return request.contender.open(session.cookie);
    }

    @Benchmark
    public Object openAndGet(Session session, Request request) throws Exception {
        return request.contender.openAndGet(session.cookie, Payload.READ);
    }

    @Benchmark
    public Object setAndSeal(Session session, Request request) throws Exception {
        return request.contender.setAndSeal(session.cookie, Payload.WRITTEN, request.visits());
    }
}
