package io.quarkiverse.usersession.runtime.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookieAttributesTest {

    @ParameterizedTest
    @CsvSource({
            "a, /,    shop.org, false, true",
            "a, /,    Shop.ORG, false, true", // host names are compared without regard to case
            "A, /,    shop.org, false, false",
            "a, /sub, shop.org, false, false",
            "a, /,    ,         false, false",
            "a, /,    shop.com, false, false",
            "a, /,    shop.org, true,  false" })
    void aBrowserReplacesACookieByOneOfTheSameNamePathDomainAndPartition(String name, String path, String domain,
            boolean partitioned, boolean replaced) {
        CookieAttributes cookie = cookie("a", "/", "shop.org", false);
        CookieAttributes other = cookie(name, path, domain, partitioned);

        assertThat(cookie.isReplacedBy(other)).isEqualTo(replaced);
        assertThat(other.isReplacedBy(cookie)).isEqualTo(replaced);
    }

    private static CookieAttributes cookie(String name, String path, String domain, boolean partitioned) {
        return new CookieAttributes(name, path, domain, SameSite.LAX, true, Secure.AUTO, partitioned);
    }
}
