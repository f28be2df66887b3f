package io.quarkiverse.usersession.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.benchmarks.http.load.Isolation;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** A small one of what the benchmark does with a million requests. */
@QuarkusTest
class IsolationTest {

    private static final int CONNECTIONS = 64;
    private static final int REQUESTS = 6_400;

    @TestHTTPResource
    URI application;

    @Test
    void everybodyGetsWhatIsTheirs() throws InterruptedException {
        assertThat(new Isolation(application.getPort(), CONNECTIONS, REQUESTS).run()).isEmpty();
    }
}
