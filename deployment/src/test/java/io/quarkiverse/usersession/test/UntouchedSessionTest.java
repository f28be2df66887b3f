package io.quarkiverse.usersession.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.test.app.BlockingEndpoints;
import io.quarkiverse.usersession.test.client.RawConnection;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.Allocation;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.restassured.RestAssured;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * What a session costs a request that leaves it alone, in bytes that the event loop allocates: they tell exactly what is done,
 * where time tells only about how much. Route filters just before and just behind ours take the count.
 */
class UntouchedSessionTest {

    // the first requests also load classes and link lambdas
    private static final int REQUESTS = 30;

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints()
            .withApplicationRoot(jar -> jar
                    .addPackage(BlockingEndpoints.class.getPackage())
                    .addPackage(TestApplication.class.getPackage())
                    .addClasses(Meter.class, OneObject.class))
            // at TRACE the router writes down each step
            .overrideConfigKey("quarkus.log.category.\"io.vertx\".level", "INFO");

    @Test
    void theFilterAllocatesOneObjectAndAHeadersEndHandlerOnly() throws IOException {
        long filter = fewestBytes("filter", null);
        long oneObjectAndAHandler = fewestBytes("comparison", null);

        assertThat(filter).isPositive().isLessThanOrEqualTo(oneObjectAndAHandler);
    }

    @ParameterizedTest
    @ValueSource(strings = { "valid", "damaged", "too long", "behind others" })
    void theFilterReadsNoCookie(String cookie) throws IOException {
        assertThat(fewestBytes("filter", header(cookie))).isEqualTo(fewestBytes("filter", null));
    }

    /** A form of the application's own page, or a client that is no browser: two headers are looked at, as lists. */
    @ParameterizedTest
    @ValueSource(strings = { "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: none", "X-Client: no-browser",
            "Sec-Fetch-Site: same-origin\r\nOrigin: http://localhost" })
    void S42_tellingThatARequestIsOfTheSameOriginAllocatesNothingButTheTwoHeaders(String header) throws IOException {
        long filter = fewestBytesOfForms("filter", header);
        long oneObjectAndAHandler = fewestBytesOfForms("comparison", header);

        assertThat(filter).isPositive().isLessThanOrEqualTo(oneObjectAndAHandler);
    }

    @ParameterizedTest
    @ValueSource(strings = { "valid", "damaged", "too long", "behind others" })
    void theHeadersEndAllocatesNothing(String cookie) throws IOException {
        assertThat(fewestBytes("headers-end", header(cookie))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "valid", "damaged", "too long", "behind others" })
    void theResponseTellsNothingOfASession(String cookie) throws IOException {
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            RawConnection.Answer untouched = connection.get("/route/untouched", header(cookie));

            assertThat(untouched.status()).isEqualTo(200);
            assertThat(untouched.headers()).noneMatch(header -> header.matches("(?i)(set-cookie|vary|cache-control):.*"));
        }
    }

    private static String header(String cookie) {
        Browser browser = new Browser();
        browser.get("/blocking/set?value=ada");
        String valid = "__session=" + browser.cookie();
        return switch (cookie) {
            case "valid" -> valid;
            case "damaged" -> "__session=damaged";
            case "too long" -> "__session=" + "A".repeat(4_097);
            default -> "a=b; ".repeat(500) + valid;
        };
    }

    private static long fewestBytes(String measured, String cookie) throws IOException {
        List<Long> bytes = new ArrayList<>();
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            for (int i = 0; i < REQUESTS; i++) {
                Meter.reset();
                connection.get("/route/untouched?measured=" + measured, cookie);
                bytes.add(Meter.bytes());
            }
        }
        return bytes.stream().min(Long::compare).orElseThrow();
    }

    private static long fewestBytesOfForms(String measured, String header) throws IOException {
        List<Long> bytes = new ArrayList<>();
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            for (int i = 0; i < REQUESTS; i++) {
                Meter.reset();
                connection.ask("POST", "/route/untouched?measured=" + measured, "Host: localhost", "Cookie: " + header("valid"),
                        header, "Content-Length: 0");
                bytes.add(Meter.bytes());
            }
        }
        return bytes.stream().min(Long::compare).orElseThrow();
    }

    @Singleton
    public static class Meter {

        private static final int OURS = SecurityHandlerPriorities.AUTHENTICATION + 50;
        private static final long UNKNOWN = Long.MIN_VALUE;

        private static volatile long begin;
        private static volatile long end;

        static void reset() {
            begin = UNKNOWN;
            end = UNKNOWN;
        }

        static long bytes() {
            assertThat(List.of(begin, end)).doesNotContain(UNKNOWN);
            return end - begin;
        }

        void around(@Observes Filters filters) {
            filters.register(before("comparison"), OURS + 3);
            filters.register(Meter::keepOneObjectAndAHandler, OURS + 2);
            filters.register(behind("comparison"), OURS + 1);

            // with the headers-end handlers it is the other way around
            filters.register(rc -> {
                if (isMeasured(rc, "headers-end")) {
                    rc.addHeadersEndHandler(event -> end = Allocation.bytesSoFar());
                }
                rc.next();
            }, OURS + 1);
            filters.register(rc -> {
                if (isMeasured(rc, "headers-end")) {
                    rc.addHeadersEndHandler(event -> begin = Allocation.bytesSoFar());
                }
                rc.next();
            }, OURS - 2);

            filters.register(before("filter"), OURS + 1);
            filters.register(behind("filter"), OURS - 1);
        }

        private static Handler<RoutingContext> before(String measured) {
            return rc -> {
                if (isMeasured(rc, measured)) {
                    begin = Allocation.bytesSoFar();
                }
                rc.next();
            };
        }

        private static Handler<RoutingContext> behind(String measured) {
            return rc -> {
                long now = Allocation.bytesSoFar();
                if (isMeasured(rc, measured)) {
                    end = now;
                }
                rc.next();
            };
        }

        private static boolean isMeasured(RoutingContext rc, String measured) {
            String query = rc.request().query();
            return query != null && query.endsWith(measured);
        }

        /** What is done in place of ours, with an object of the same size. */
        private static void keepOneObjectAndAHandler(RoutingContext rc) {
            if (isMeasured(rc, "comparison")) {
                OneObject object = new OneObject(rc, rc.request().path());
                rc.put("comparison", object);
                if (rc.request().method() == HttpMethod.POST) {
                    object.settings = rc.request().headers().getAll("Sec-Fetch-Site");
                    object.sessions = rc.request().headers().getAll("Origin");
                }
                rc.addHeadersEndHandler(object);
            }
            rc.next();
        }
    }

    static final class OneObject implements Handler<Void> {

        private final RoutingContext rc;
        private final String path;
        private Object settings;
        private Object sessions;
        private boolean headersSent;
        private boolean head;

        OneObject(RoutingContext rc, String path) {
            this.rc = rc;
            this.path = path;
        }

        @Override
        public void handle(Void event) {
            headersSent = true;
        }
    }
}
