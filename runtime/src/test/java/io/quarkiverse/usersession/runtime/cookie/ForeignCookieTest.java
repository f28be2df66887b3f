package io.quarkiverse.usersession.runtime.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S21: another system's cookie goes, whatever it was set with, and ours stays. */
class ForeignCookieTest {

    private static final String GONE = "=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/";

    @Test
    void overHttpsItIsExpiredInEachPartition() {
        assertThat(expiries("old", true)).containsExactly("old" + GONE + "; Secure; HttpOnly; SameSite=None",
                "old" + GONE + "; Secure; HttpOnly; SameSite=None; Partitioned");
    }

    @Test
    void overHttpItIsExpiredWithoutWhatBrowsersRefuseThere() {
        assertThat(expiries("old", false)).containsExactly("old" + GONE + "; HttpOnly; SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(strings = { "__Host-old", "__Secure-old", "__host-old", "__SECURE-old" })
    void aPrefixAsksForSecureOverHttpToo(String name) {
        assertThat(expiries(name, false)).containsExactly(name + GONE + "; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void pathAndDomainAreThoseOfTheOtherSystem() {
        CookieAttributes foreign = cookie("old", "/app", "shop.org", false);

        assertThat(ForeignCookie.of(foreign, cookie("__session", "/", null, false)).expiries(true)).hasSize(2)
                .allSatisfy(expiry -> assertThat(expiry).contains("; Path=/app; Domain=shop.org; Secure"));
    }

    @ParameterizedTest
    @CsvSource({
            // ours, the foreign one, whether browsers take them for the same but for the partition
            "__session, /,    ,         __session, /,    ,         true",
            "__session, /,    shop.org, __session, /,    SHOP.org, true",
            "__session, /,    shop.org, __session, /,    ,         false",
            "__session, /sub, ,         __session, /,    ,         false",
            "__session, /,    ,         __Session, /,    ,         false",
            "__session, /,    ,         old,       /,    ,         false" })
    void oursIsNotExpiredRightAfterItWasSet(String name, String path, String domain, String oldName, String oldPath,
            String oldDomain, boolean same) {
        for (boolean partitioned : new boolean[] { false, true }) {
            CookieAttributes own = cookie(name, path, domain, partitioned);
            ForeignCookie foreign = ForeignCookie.of(cookie(oldName, oldPath, oldDomain, false), own);
            for (boolean https : new boolean[] { false, true }) {
                for (boolean knowsPartitions : new boolean[] { false, true }) {
                    Jar jar = new Jar(knowsPartitions);
                    Stream.of(false, true).map(each -> cookie(oldName, oldPath, oldDomain, each))
                            .forEach(old -> jar.take(new SetCookie(old).set("old", 1, true)));
                    foreign.expiries(https).forEach(jar::take);
                    jar.take(new SetCookie(own).set("ours", 1, https));

                    assertThat(jar.values("ours")).as("ours").hasSize(1);
                    if (https) {
                        assertThat(jar.values("old")).as("of the other system").isEmpty();
                    }
                }
            }
            assertThat(foreign.expiries(true)).hasSize(same ? 1 : 2);
            assertThat(foreign.expiries(false)).hasSize(same && !partitioned ? 0 : 1);
        }
    }

    private static List<String> expiries(String name, boolean secure) {
        return ForeignCookie.of(cookie(name, "/", null, false), cookie("__session", "/", null, false)).expiries(secure);
    }

    private static CookieAttributes cookie(String name, String path, String domain, boolean partitioned) {
        return new CookieAttributes(name, path, domain, SameSite.LAX, true, Secure.AUTO, partitioned);
    }

    /** The cookies of a browser that accepts all of them, by what it takes for the same. */
    private static final class Jar {

        private final boolean knowsPartitions;
        private final List<Set<String>> keys = new ArrayList<>();
        private final List<String> values = new ArrayList<>();

        Jar(boolean knowsPartitions) {
            this.knowsPartitions = knowsPartitions;
        }

        void take(String setCookie) {
            List<String> parts = Arrays.asList(setCookie.split("; "));
            String name = parts.get(0).substring(0, parts.get(0).indexOf('='));
            Set<String> key = new LinkedHashSet<>(List.of(name));
            parts.stream().filter(part -> part.startsWith("Path=") || part.equals("Partitioned") && knowsPartitions)
                    .forEach(key::add);
            parts.stream().filter(part -> part.startsWith("Domain=")).forEach(part -> key.add(part.toLowerCase()));
            int at = keys.indexOf(key);
            if (at >= 0) {
                keys.remove(at);
                values.remove(at);
            }
            if (!parts.contains("Max-Age=0")) {
                keys.add(key);
                values.add(parts.get(0).substring(name.length() + 1));
            }
        }

        List<String> values(String value) {
            return values.stream().filter(value::equals).toList();
        }
    }
}
