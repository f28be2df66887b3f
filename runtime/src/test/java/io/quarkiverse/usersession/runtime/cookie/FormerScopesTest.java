package io.quarkiverse.usersession.runtime.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.format.CookieScope;
import io.quarkiverse.usersession.runtime.format.FormerCookies;

class FormerScopesTest {

    private static final String EXPIRED = "=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // host | path | former domain | its path | attributes of the header
            "shop.org | /a | shop.org | / | /; Domain=shop.org; HttpOnly; SameSite=Lax",
            "www.eu.shop.org | /a | shop.org | / | /; Domain=shop.org; HttpOnly; SameSite=Lax",
            "WWW.Shop.ORG | /a | Www.Shop.Org | / | /; Domain=www.shop.org; HttpOnly; SameSite=Lax",
            "localhost | /a | localhost | / | /; Domain=localhost; HttpOnly; SameSite=Lax",
            "a.b.c.d.e.shop.org | /a | shop.org | / | /; Domain=shop.org; HttpOnly; SameSite=Lax",
            "shop.org | /shop | | /shop | /shop; HttpOnly; SameSite=Lax",
            "shop.org | /shop/cart/1 | | /shop/cart | /shop/cart; HttpOnly; SameSite=Lax",
            "shop.org | /shop/cart/1 | | /shop/ | /shop/; HttpOnly; SameSite=Lax",
            "shop.org | /shop/ | | /shop/ | /shop/; HttpOnly; SameSite=Lax",
            "192.0.2.1 | /shop/cart | | /shop | /shop; HttpOnly; SameSite=Lax",
            "[2001:db8::1] | /shop/cart | | /shop | /shop; HttpOnly; SameSite=Lax",
            "www.shop.org | /shop/cart | shop.org | /shop | /shop; Domain=shop.org; HttpOnly; SameSite=Lax",
            " | /shop/cart | | /shop | /shop; HttpOnly; SameSite=Lax",
    })
    void S36_aCookieIsExpiredUnderTheScopeItHad(String host, String path, String domain, String formerPath,
            String attributes) {
        assertThat(expiries(cookie(null, "/", false), new CookieScope(domain, formerPath, false), host, path, false))
                .containsExactly("__session" + EXPIRED + attributes);
    }

    @Test
    void S36_itIsExpiredAfterEachChangeAndBack() {
        assertThat(expiries(cookie("shop.org", "/shop", false), CookieScope.DEFAULT, "www.shop.org", "/shop", true))
                .containsExactly("__session" + EXPIRED + "/; Secure; HttpOnly; SameSite=Lax");
        assertThat(expiries(cookie("shop.org", "/", false), new CookieScope("www.shop.org", "/", false), "www.shop.org", "/",
                true)).containsExactly("__session" + EXPIRED + "/; Domain=www.shop.org; Secure; HttpOnly; SameSite=Lax");
    }

    /** Partitioned cookies need Secure, and are taken from frames on other sites with SameSite=None only. */
    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void S36_aPartitionedCookieIsExpiredSoThatBrowsersAcceptIt(boolean secure) {
        assertThat(expiries(cookie(null, "/", false), new CookieScope(null, "/", true), "shop.org", "/", secure))
                .containsExactly("__session" + EXPIRED + "/; Secure; HttpOnly; SameSite=None; Partitioned");
        assertThat(expiries(cookie(null, "/", true), CookieScope.DEFAULT, "shop.org", "/", true))
                .containsExactly("__session" + EXPIRED + "/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void S36_aCookieWithAPrefixIsExpiredWithWhatThePrefixAsksFor() {
        CookieAttributes secured = new CookieAttributes("__Secure-s", "/", null, SameSite.LAX, true, Secure.AUTO, false);
        CookieAttributes host = new CookieAttributes("__Host-s", "/", null, SameSite.LAX, true, Secure.AUTO, false);

        assertThat(expiries(secured, new CookieScope("shop.org", "/", false), "shop.org", "/", false))
                .containsExactly("__Secure-s" + EXPIRED + "/; Domain=shop.org; Secure; HttpOnly; SameSite=Lax");
        assertThat(expiries(host, new CookieScope("shop.org", "/", false), "shop.org", "/", true)).isEmpty();
        assertThat(expiries(host, new CookieScope(null, "/a", false), "shop.org", "/a", true)).isEmpty();
        assertThat(expiries(host, new CookieScope(null, "/", true), "shop.org", "/a", false))
                .containsExactly("__Host-s" + EXPIRED + "/; Secure; HttpOnly; SameSite=None; Partitioned");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "192.0.2.1 | 192.0.2.1", "192.0.2.1 | 2.1", "[2001:db8::1] | 2001:db8::1", "shop.org | org", "shop.org | other.org",
            "shop.org | www.shop.org", "0.a.b.c.d.e.shop.org | shop.org", "shop.org; Path=/x | shop.org",
            "shop.org. | shop.org",
            ".shop.org | shop.org", "shop..org | shop.org", "shop.org:80 | shop.org", "'' | shop.org" })
    void S36_noOtherDomainIsTried(String host, String domain) {
        assertThat(expiries(cookie(null, "/", false), new CookieScope(domain, "/", false), host, "/", true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/shop | /sh", "/shop | /shop/", "/shop | /shop/cart", "/ | /shop", "/a/b;c/d | /a/b;c",
            "/a;Path=/x/b | /a;Path=/x",
            "/a b/c | /a b", "/é/c | /é", "* | *", "'' | ''", "http://shop.org/a | http:" })
    void S36_noOtherPathIsTried(String path, String former) {
        assertThat(expiries(cookie(null, "/", false), new CookieScope(null, former, false), "shop.org", path, true)).isEmpty();
    }

    @Test
    void S36_theConfiguredPathIsTriedWhereTheRequestHasAnother() {
        // a proxy takes it off, and Quarkus isn't told
        assertThat(expiries(cookie(null, "/shop", false), new CookieScope("shop.org", "/shop", false), "shop.org", "/cart",
                false)).containsExactly("__session" + EXPIRED + "/shop; Domain=shop.org; HttpOnly; SameSite=Lax");
    }

    @Test
    void S36_noMoreThan16PrefixesAreTried() {
        String path = "/a".repeat(5_000);

        assertThat(
                expiries(cookie(null, "/", false), new CookieScope(null, "/a".repeat(8) + "/", false), "shop.org", path, true))
                .hasSize(1);
        assertThat(expiries(cookie(null, "/", false), new CookieScope(null, "/a".repeat(9), false), "shop.org", path, true))
                .isEmpty();
        assertThat(CandidateScopes.of(cookie(null, "/", false), "a.b.c.d.e.f.g.h.shop.org", path)).hasSize(7 * 17 * 2 - 1);
        assertThat(CandidateScopes.of(cookie(null, "/", false), "shop.org", "/" + "x".repeat(2_000) + "/y"))
                .hasSize(2 * 1 * 2 - 1);
    }

    @Test
    void S36_severalFormerCookiesAreExpiredTogether() {
        FormerCookies former = new FormerCookies(new short[] { new CookieScope("shop.org", "/", false).hash(),
                new CookieScope(null, "/shop", false).hash() }, false, true);

        assertThat(new FormerScopes(cookie(null, "/", false)).expiries(former, "www.shop.org", "/shop", false)).containsExactly(
                "__session" + EXPIRED + "/shop; HttpOnly; SameSite=Lax",
                "__session" + EXPIRED + "/; Domain=shop.org; HttpOnly; SameSite=Lax");
    }

    @Test
    void S36_thePresentScopeIsNeverExpired() {
        FormerCookies former = new FormerCookies(new short[] { CookieScope.DEFAULT.hash() }, false, true);

        assertThat(new FormerScopes(cookie(null, "/", false)).expiries(former, "www.shop.org", "/shop/cart", true)).isEmpty();
    }

    /** Another application may have its cookie under the path of the same hash. The browser then sends that cookie, too. */
    @Test
    void S36_ofTwoScopesWithOneHashTheLikelierIsExpiredIfAnybodyElseHasACookie() {
        CookieAttributes cookie = cookie("shop.org", "/", false);
        String twin = "/" + IntStream.range(0, 1_000_000).filter(i -> new CookieScope("shop.org", "/" + i, true)
                .hash() == CookieScope.DEFAULT.hash()).findFirst().orElseThrow();
        short[] hash = { CookieScope.DEFAULT.hash() };

        assertThat(new FormerScopes(cookie).expiries(new FormerCookies(hash, true, false), "shop.org", twin, true))
                .containsExactly("__session" + EXPIRED + "/; Secure; HttpOnly; SameSite=Lax");
        assertThat(new FormerScopes(cookie).expiries(new FormerCookies(hash, true, true), "shop.org", twin, true))
                .containsExactly("__session" + EXPIRED + "/; Secure; HttpOnly; SameSite=Lax", "__session" + EXPIRED + twin
                        + "; Domain=shop.org; Secure; HttpOnly; SameSite=None; Partitioned");
    }

    private static List<String> expiries(CookieAttributes cookie, CookieScope former, String host, String path,
            boolean secure) {
        return new FormerScopes(cookie).expiries(new FormerCookies(new short[] { former.hash() }, true, true), host, path,
                secure);
    }

    private static CookieAttributes cookie(String domain, String path, boolean partitioned) {
        return new CookieAttributes("__session", path, domain, SameSite.LAX, true, Secure.AUTO, partitioned);
    }
}
