package io.quarkiverse.usersession.replicas;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkiverse.usersession.testsupport.PackagedArtifact;
import io.quarkiverse.usersession.testsupport.PackagedProcess;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;

/** The packaged application in a process of its own. */
final class Replica implements AutoCloseable {

    private static final String SECRET = "Wq8Tz2Rn9Xc4Yd7Lf1Bm6Js3Gp0EhV5rKq";
    private static final Path OUTPUT = Path.of("target");

    /** No request takes longer, whatever happens to Redis. */
    private static final int HANG_MILLIS = 60_000;

    /** How long a store may take to answer. It is the longest time that can be set, as the machine may be busy. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PackagedProcess process;
    private final int port;

    private Replica(PackagedProcess process) {
        this.process = process;
        this.port = portOf(process);
    }

    /**
     * @param proactive whether all requests are authenticated, or only those where somebody has to be signed in
     * @param settings keys and values, which win over those of {@link #settings}
     */
    static Replica start(RedisServer server, boolean proactive, String... settings) {
        Map<String, String> environment = new HashMap<>(settings(server));
        for (int i = 0; i < settings.length; i += 2) {
            environment.put(settings[i].toUpperCase().replaceAll("[^A-Z0-9]", "_"), settings[i + 1]);
        }
        RestAssured.config = RestAssuredConfig.config().httpClient(HttpClientConfig.httpClientConfig()
                .setParam("http.connection.timeout", HANG_MILLIS).setParam("http.socket.timeout", HANG_MILLIS));
        try {
            return new Replica(PackagedProcess.start(command(proactive), OUTPUT, environment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> settings(RedisServer server) {
        return Map.of("SESSION_SECRET", SECRET, "QUARKUS_REDIS_HOSTS", server.uri(), "QUARKUS_USER_SESSION_MAX_AGE", "30M",
                "QUARKUS_USER_SESSION_RENEW_AFTER", "5M", "QUARKUS_USER_SESSION_SIGN_IN_STORE_CACHE", "400MS",
                "QUARKUS_USER_SESSION_SIGN_IN_STORE_TIMEOUT", PATIENCE.toString(),
                "QUARKUS_USER_SESSION_STORED_VALUES_TIMEOUT", PATIENCE.toString());
    }

    private static List<String> command(boolean proactive) throws IOException {
        return proactive ? new PackagedArtifact(Path.of("target/proactive/quarkus-run.jar"), false).command()
                : PackagedArtifact.last().command();
    }

    private static int portOf(PackagedProcess process) {
        try {
            return process.port();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    Response get(Browser browser, String path) {
        return browser.get(url(path));
    }

    /** @return the cookie's holder, who has a cart too */
    Browser signedIn(String user) {
        Browser browser = new Browser();
        assertThat(get(browser, "/blocking/open/write?value=pears").asString()).isEqualTo("written");
        assertThat(get(browser, "/blocking/open/sign-in?user=" + encoded(user)).asString()).isEqualTo("signed in");
        return browser;
    }

    String id(Browser browser) {
        return get(browser, "/blocking/open/id").asString();
    }

    void setClockAhead(Duration ahead) {
        assertThat(given().get(url("/control/clock?ahead=" + ahead)).asString()).isEqualTo("set");
    }

    boolean isHeld(String id) {
        return given().get(url("/control/held?id=" + id)).asString().equals("true");
    }

    void release(String id) {
        assertThat(given().get(url("/control/release?id=" + id)).asString()).isEqualTo("released");
    }

    void awaitOutput(String text) {
        try {
            process.outputUntil(Pattern.compile(Pattern.quote(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.close();
    }
}
