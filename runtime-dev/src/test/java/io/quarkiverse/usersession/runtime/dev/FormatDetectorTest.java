package io.quarkiverse.usersession.runtime.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class FormatDetectorTest {

    private static final Path VECTORS = Path.of("../runtime/src/test/resources/vectors");
    private static final String UNSIGNED = Base64.getEncoder()
            .encodeToString("{\"user\":\"ada\"}".getBytes(StandardCharsets.UTF_8));

    private final FormatDetector detector = new FormatDetector("__session");

    @ParameterizedTest
    @ValueSource(strings = { "remix.json", "react-router.json" })
    void knowsWhatRemixAndReactRouterHaveSigned(String file) throws IOException {
        for (String cookie : setCookies(file)) {
            assertThat(one("Set-Cookie: " + cookie).system()).as(cookie)
                    .isEqualTo("Remix or React Router, signed");
        }
    }

    @Test
    void tellsWhatGorillaHasSerializedAndEncrypted() throws IOException {
        JsonArray cases = new JsonObject(Files.readString(VECTORS.resolve("gorilla.json"))).getJsonArray("cases");
        List<String> seen = new ArrayList<>();
        for (Object vector : cases) {
            JsonObject cookie = (JsonObject) vector;
            String value = cookie.getString("cookieValue");
            if (value == null || value.length() > 4096) {
                continue;
            }
            String expected = cookie.containsKey("blockKeyUtf8") || cookie.containsKey("blockKeyHex") ? "signed and encrypted"
                    : cookie.getString("serializer").equals("json") ? "JSON, signed" : "gob, signed";
            assertThat(one(value).system()).as(cookie.getString("name")).isEqualTo("gorilla/sessions, " + expected);
            seen.add(expected);
        }
        assertThat(seen).contains("signed and encrypted", "JSON, signed", "gob, signed");
    }

    @Test
    void saysWhichSettingsTakeSessionsOver() throws IOException {
        String remix = setCookies("remix.json").get(0).split("[=;]", 3)[1];

        assertThat(one("old_session=" + remix).properties()).containsExactly("quarkus.user-session.import.format=remix",
                "quarkus.user-session.import.secrets=${OLD_SECRET}", "quarkus.user-session.import.cookie-name=old_session",
                "quarkus.user-session.import.until=");
        assertThat(one("__session=" + remix).properties()).noneMatch(setting -> setting.contains("cookie-name"));
    }

    @Test
    void saysThatAnUnsignedCookieCanNotBeTakenOver() {
        DetectedCookie cookie = one("__session=" + UNSIGNED);

        assertThat(cookie.system()).isEqualTo("Remix or React Router, unsigned");
        assertThat(cookie.properties()).isEmpty();
    }

    @Test
    void knowsItsOwnCookies() {
        byte[] cookie = new byte[80];
        cookie[0] = 1;

        assertThat(one(Base64.getUrlEncoder().withoutPadding().encodeToString(cookie)).system()).isEqualTo("This extension");
    }

    @ParameterizedTest
    @ValueSource(strings = { "JSESSIONID=0F3A9C77D2E54B6B8E11AA05C3D2F4B1", "connect.sid=s%3Aabc.def",
            "session=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U", "theme=dark", "a=.",
            // begins with a number, as gorilla's do, and has nothing else of theirs
            "id=MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw" })
    void knowsNothingOfOtherSystems(String text) {
        assertThat(one(text).system()).isNull();
        assertThat(one(text).properties()).isEmpty();
    }

    @Test
    void tellsOfAllCookiesInALine() {
        assertThat(detector.detect("Cookie: theme=dark; __session=" + UNSIGNED)).extracting(DetectedCookie::name)
                .containsExactly("theme", "__session");
        assertThat(detector.detect("Set-Cookie: __session=" + UNSIGNED + "; Max-Age=60; Path=/; HttpOnly; SameSite=Lax"))
                .extracting(DetectedCookie::name).containsExactly("__session");
        assertThat(detector.detect(" ")).isEmpty();
    }

    @Test
    void anyBytesAreNoError() {
        Random random = new Random(16);
        for (int i = 0; i < 20_000; i++) {
            byte[] payload = new byte[random.nextInt(60)];
            random.nextBytes(payload);
            byte[] message = ("1|" + Base64.getUrlEncoder().encodeToString(payload) + "|").getBytes(StandardCharsets.US_ASCII);
            byte[] signed = Arrays.copyOf(message, message.length + 32 + random.nextInt(3));
            if (random.nextInt(4) == 0) {
                signed[random.nextInt(signed.length)] = (byte) random.nextInt(256);
            }

            assertThat(detector.detect(Base64.getUrlEncoder().encodeToString(signed))).hasSize(1);
        }
    }

    private DetectedCookie one(String text) {
        List<DetectedCookie> cookies = detector.detect(text);
        assertThat(cookies).hasSize(1);
        return cookies.get(0);
    }

    /** All signed ones of a file that no browser would refuse. */
    private static List<String> setCookies(String file) throws IOException {
        List<String> cookies = new ArrayList<>();
        Matcher setCookie = Pattern.compile("\"setCookie\": ?\"(__session=[^;\"]+\\.[^;\"]+;[^\"]*)\"")
                .matcher(Files.readString(VECTORS.resolve(file)));
        while (setCookie.find()) {
            cookies.add(setCookie.group(1));
        }
        assertThat(cookies).isNotEmpty();
        return cookies;
    }
}
