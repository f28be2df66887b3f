package io.quarkiverse.usersession.test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.test.client.RawConnection;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;

/** Many clients at once, and clients that mean no good. */
class HostileClientsTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints()
            .overrideConfigKey("quarkus.http.limits.max-header-size", "256K");

    private static final long SEED = 20260102L;

    private String ada;

    @BeforeEach
    void signInAda() throws IOException {
        try (RawConnection connection = connect()) {
            ada = signIn(connection, "ada");
        }
    }

    @Test
    void noUserEverSeesTheDataOfAnother() throws Exception {
        int connections = 64;
        int requests = 350;
        ExecutorService clients = Executors.newFixedThreadPool(connections);
        List<Future<Integer>> results = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            String user = "user-" + i;
            results.add(clients.submit(() -> askWhoIAm(user, requests)));
        }

        int answers = 0;
        for (Future<Integer> result : results) {
            answers += result.get();
        }
        clients.shutdown();
        assertThat(answers).isEqualTo(connections * requests).isGreaterThan(20_000);
    }

    private int askWhoIAm(String user, int requests) throws IOException {
        int answers = 0;
        try (RawConnection connection = connect()) {
            String cookie = signIn(connection, user);
            for (int i = 0; i < requests; i++) {
                boolean anonymous = i % 7 == 0;
                if (i % 11 == 0) {
                    cookie = signIn(connection, user);
                }

                RawConnection.Answer answer = connection.get(i % 2 == 0 ? "/blocking/get" : "/uni/get",
                        anonymous ? null : cookie);

                assertThat(answer.body()).isEqualTo(anonymous ? "nobody" : user);
                assertThat(answer.values("Set-Cookie")).isEmpty();
                answers++;
            }
        }
        return answers;
    }

    @Test
    void S10_noMutatedCookieIsAServerErrorOrSomebodysSession() throws IOException {
        Random random = new Random(SEED);
        RawConnection connection = connect();
        for (int i = 0; i < 2_500; i++) {
            String mutation = mutate(random, ada);
            if (mutation.strip().equals(ada)) {
                continue;
            }
            RawConnection.Answer answer;
            try {
                answer = connection.get(i % 2 == 0 ? "/blocking/get" : "/uni/get", mutation);
            } catch (IOException e) {
                throw new AssertionError("seed " + SEED + ", case " + i, e);
            }
            assertThat(answer.status()).as("seed %d, case %d", SEED, i).isLessThan(500);
            if (answer.status() == 200) {
                assertThat(answer.body()).as("seed %d, case %d", SEED, i).isEqualTo("nobody");
            } else {
                connection.close(); // Vert.x refuses what is no HTTP, and closes
                connection = connect();
            }
        }
        connection.close();
    }

    @Test
    void S7_allDamagesHaveTheSameAnswer() throws IOException {
        String value = ada.substring("__session=".length());
        byte[] sealed = Base64.getUrlDecoder().decode(value);
        RawConnection.Answer answer = sameAnswer(List.of(encode(flip(sealed, 10)), encode(flip(sealed, 40)),
                encode(flip(sealed, sealed.length - 1)), value.substring(0, value.length() - 1), value.substring(0, 20),
                value + "=", value.substring(0, 60) + "%" + value.substring(61)));

        assertThat(answer.values("Set-Cookie")).singleElement().asString().startsWith("__session=; Max-Age=0;");
    }

    @Test
    void S35_cookiesThatAreNotCertainlyOursHaveTheSameAnswerAndAreLeftAlone() throws IOException {
        byte[] sealed = Base64.getUrlDecoder().decode(ada.substring("__session=".length()));
        RawConnection.Answer answer = sameAnswer(List.of("x", "AQ", "%%%", "é", encode(flip(sealed, 0)),
                encode(flip(sealed, 2)), "A".repeat(5_000)));

        assertThat(answer.values("Set-Cookie")).isEmpty();
        assertThat(answer.values("Vary")).contains("Cookie");
    }

    private static RawConnection.Answer sameAnswer(List<String> values) throws IOException {
        try (RawConnection connection = connect()) {
            RawConnection.Answer first = connection.get("/blocking/get", "__session=" + values.get(0));
            assertThat(first.body()).isEqualTo("nobody");
            for (String value : values) {
                assertThat(connection.get("/blocking/get", "__session=" + value)).as(value).isEqualTo(first);
            }
            return first;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 4_090, 8_192, 65_536, 200_000 })
    void S10_aValueOfAnyLengthIsAnEmptySession(int length) throws IOException {
        try (RawConnection connection = connect()) {
            RawConnection.Answer answer = connection.get("/blocking/get", "__session=" + "A".repeat(length));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("nobody");
            assertThat(answer.values("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void S10_bytesBeyondAsciiAreAnEmptySession() throws IOException {
        try (RawConnection connection = connect()) {
            for (int character = 0x80; character <= 0xff; character++) {
                RawConnection.Answer answer = connection.get("/blocking/get", "__session=AQ" + (char) character + "AA");

                assertThat(answer.status()).as("%x", character).isLessThan(500);
                assertThat(answer.body()).as("%x", character).isEqualTo("nobody");
            }
        }
    }

    @Test
    void S14_theGoodCookieIsFoundAmongManyOfItsName() throws IOException {
        String bad = "__session=" + "A".repeat(200) + "; ";
        try (RawConnection connection = connect()) {
            RawConnection.Answer answer = connection.get("/blocking/get", bad.repeat(300) + ada + "; " + bad.repeat(300));

            assertThat(answer.body()).isEqualTo("ada");
            assertThat(answer.values("Set-Cookie")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("floods")
    void S31_aFloodOfCookiesIsAnsweredAndHidesNoGoodOne(String cookie, int number) throws IOException {
        String flood = ("__session=" + cookie + "; ").repeat(number);
        try (RawConnection connection = connect()) {
            RawConnection.Answer answer = connection.get("/blocking/get", flood);
            RawConnection.Answer withGoodOne = connection.get("/blocking/get", flood + ada);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("nobody");
            assertThat(withGoodOne.body()).isEqualTo("ada");
            assertThat(withGoodOne.values("Set-Cookie")).isEmpty();
        }
    }

    static Stream<Arguments> floods() {
        return Stream.of(arguments("!!", 1_392), arguments("..", 562), arguments("A".repeat(200), 200),
                arguments("A".repeat(5_000), 40));
    }

    @Test
    void S31_moreCookiesThanAreDecryptedHideTheGoodOneWithoutRemovingIt() throws IOException {
        byte[] sealed = Base64.getUrlDecoder().decode(ada.substring("__session=".length()));
        String bad = "__session=" + encode(flip(sealed, sealed.length - 1)) + "; ";
        try (RawConnection connection = connect()) {
            RawConnection.Answer hidden = connection.get("/blocking/get", bad.repeat(183) + ada);
            RawConnection.Answer found = connection.get("/blocking/get", bad.repeat(7) + ada + "; " + bad.repeat(183));

            assertThat(hidden.status()).isEqualTo(200);
            assertThat(hidden.body()).isEqualTo("nobody");
            assertThat(hidden.values("Set-Cookie")).isEmpty();
            assertThat(found.body()).isEqualTo("ada");
        }
    }

    /** A header line for each cookie, as HTTP/2 may have them, and as many as Vert.x takes. */
    @Test
    void S31_aFloodOverHttp2IsAnsweredAndHidesNoGoodOne() throws Exception {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        http2(client, List.of()); // the upgrade

        HttpResponse<String> answer = http2(client, Collections.nCopies(140, "__session=.."));
        List<String> cookies = new ArrayList<>(Collections.nCopies(140, "__session=.."));
        cookies.add(ada);
        HttpResponse<String> withGoodOne = http2(client, cookies);

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.body()).isEqualTo("nobody");
        assertThat(withGoodOne.body()).isEqualTo("ada");
    }

    private static HttpResponse<String> http2(HttpClient client, List<String> cookies) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .uri(URI.create("http://localhost:" + RestAssured.port + "/blocking/get")).timeout(Duration.ofSeconds(60));
        cookies.forEach(cookie -> request.header("Cookie", cookie));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String mutate(Random random, String cookie) {
        char[] mutation = cookie.toCharArray();
        int from = "__session=".length();
        int at = from + random.nextInt(mutation.length - from);
        return switch (random.nextInt(7)) {
            case 0 -> cookie.substring(0, at);
            case 1 -> cookie + printable(random);
            case 2 -> "__session=" + cookie.substring(at);
            case 3 -> "__session=" + printable(random).repeat(random.nextInt(500));
            case 4 -> {
                byte[] noise = new byte[random.nextInt(3_000)];
                random.nextBytes(noise);
                yield "__session=" + new String(noise, ISO_8859_1).replaceAll("[\\x00-\\x1f\\x7f]", "?");
            }
            case 5 -> {
                byte[] bytes = Base64.getUrlDecoder().decode(cookie.substring(from));
                yield "__session=" + encode(flip(bytes, random.nextInt(bytes.length)));
            }
            default -> {
                mutation[at] = printable(random).charAt(0);
                yield new String(mutation);
            }
        };
    }

    /** Anything but the end of the cookie. */
    private static String printable(Random random) {
        return String.valueOf((char) ('!' + random.nextInt(94))).replace(';', '~');
    }

    private static byte[] flip(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 0x20;
        return flipped;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static RawConnection connect() {
        return new RawConnection(RestAssured.port);
    }

    private static String signIn(RawConnection connection, String user) throws IOException {
        String setCookie = connection.get("/blocking/set?value=" + user, null).values("Set-Cookie").get(0);
        return setCookie.substring(0, setCookie.indexOf(';'));
    }
}
