package io.quarkiverse.usersession.runtime.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SetCookieTest {

    private static final CookieAttributes EVERYTHING = new CookieAttributes("__session", "/shop", "shop.org", SameSite.NONE,
            true,
            Secure.AUTO, true);
    private static final CookieAttributes LITTLE = new CookieAttributes("s", "/", null, SameSite.LAX, false, Secure.AUTO,
            false);

    @Test
    void writesAllAttributesInTheirOrder() {
        assertThat(new SetCookie(EVERYTHING).set("AQID", 31_536_000, true))
                .isEqualTo("__session=AQID; Max-Age=31536000; Path=/shop;"
                        + " Domain=shop.org; Secure; HttpOnly; SameSite=None; Partitioned");
    }

    @Test
    void leavesOutWhatIsNotSet() {
        assertThat(new SetCookie(LITTLE).set("AQID", 1, false)).isEqualTo("s=AQID; Max-Age=1; Path=/; SameSite=Lax");
    }

    @Test
    void expiresWithBothMaxAgeAndExpires() {
        assertThat(new SetCookie(EVERYTHING).expire(true))
                .isEqualTo("__session=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT;"
                        + " Path=/shop; Domain=shop.org; Secure; HttpOnly; SameSite=None; Partitioned");
    }

    @Test
    void namesTheSameSiteValuesAsBrowsersDo() {
        assertThat(Stream.of(SameSite.values()).map(SameSite::attributeValue)).containsExactly("Strict", "Lax", "None");
    }

    static Stream<CookieAttributes> allCombinations() {
        List<CookieAttributes> combinations = new ArrayList<>();
        for (String path : List.of("/", "/shop")) {
            for (String domain : Arrays.asList(null, "shop.org")) {
                for (SameSite sameSite : SameSite.values()) {
                    for (boolean httpOnly : new boolean[] { false, true }) {
                        for (boolean partitioned : new boolean[] { false, true }) {
                            combinations.add(new CookieAttributes("__session", path, domain, sameSite, httpOnly, Secure.AUTO,
                                    partitioned));
                        }
                    }
                }
            }
        }
        return combinations.stream();
    }

    @ParameterizedTest
    @MethodSource("allCombinations")
    void S21_expiresWithExactlyTheAttributesOfTheSetCookie(CookieAttributes cookie) {
        SetCookie header = new SetCookie(cookie);
        for (boolean secure : new boolean[] { false, true }) {
            List<String> expected = new ArrayList<>(List.of("__session", "Path=" + cookie.path()));
            if (cookie.domain() != null) {
                expected.add("Domain=shop.org");
            }
            if (secure) {
                expected.add("Secure");
            }
            if (cookie.httpOnly()) {
                expected.add("HttpOnly");
            }
            expected.add("SameSite=" + cookie.sameSite().attributeValue());
            if (cookie.partitioned()) {
                expected.add("Partitioned");
            }

            assertThat(identity(header.set("AQID", 60, secure))).isEqualTo(expected);
            assertThat(identity(header.expire(secure))).isEqualTo(expected);
        }
    }

    /** The header without its value and times: what a browser tells cookies apart by, and how it guards them. */
    private static List<String> identity(String header) {
        return Stream.of(header.split("; "))
                .filter(part -> !part.startsWith("Max-Age=") && !part.startsWith("Expires="))
                .map(part -> part.startsWith("__session=") ? "__session" : part)
                .toList();
    }
}
