package io.quarkiverse.usersession.benchmarks.http.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WrkTest {

    private static final String OUTPUT = """
            Running 1s test @ http://127.0.0.1:18080/route/plain
              1 threads and 16 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency   682.61us    1.02ms  17.38ms   97.16%
                Req/Sec    27.85k     3.07k   30.56k    90.91%
              30485 requests in 1.10s, 2.82MB read
            """;

    @Test
    void readsHowManyRequestsWereAnswered() {
        assertThat(Wrk.parse(OUTPUT + "Requests/sec:  27722.47\n")).isEqualTo(new Wrk(30_485, 27_722.47, 0));
    }

    @Test
    void errorsOfTheServerAndOfConnectionsHaveFailed() {
        Wrk wrk = Wrk.parse(OUTPUT + """
                  Socket errors: connect 1, read 2, write 3, timeout 4
                  Non-2xx or 3xx responses: 20
                Requests/sec:  27722.47
                """);

        assertThat(wrk.failed()).isEqualTo(30);
    }

    @Test
    void noAnswerIsNoMeasurement() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wrk.parse("unable to connect"));
        assertThatIllegalArgumentException().isThrownBy(() -> Wrk.parse("""
                  0 requests in 1.10s, 0.00B read
                Requests/sec:  0.00
                """));
    }
}
