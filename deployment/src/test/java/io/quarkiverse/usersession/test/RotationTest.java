package io.quarkiverse.usersession.test;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieScope;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

/** A new secret while old cookies are about. */
class RotationTest {

    private static final String OLD = "kX4vTq9Zb2Wn7Lc5Yd8Rf1Hm6Js3Gp0Ua";
    private static final String OLDER = "pB7yMw3Kz9Xt5Qv1Nc8Hd4Rf6Lj2Gs0Ea";
    // the test application's clock stands still at this time
    private static final long NOW = 1_767_225_600L;

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints()
            .overrideRuntimeConfigKey("quarkus.user-session.accepted-secrets", " " + OLDER + ",\n" + OLD + "\n");

    @ParameterizedTest
    @ValueSource(strings = { OLD, OLDER })
    void S30_S44_aCookieSealedWithAnAcceptedSecretIsOpenedAndSealedWithTheCurrentOne(String secret) {
        Browser browser = new Browser().with(sealedWith(secret));

        Response read = browser.get("/blocking/get");

        assertThat(read.asString()).isEqualTo("ada");
        assertThat(setCookies(read)).singleElement().asString().contains("; Max-Age=31536000; Path=/;");
        OpenedCookie resealed = format(TestApplication.SECRET).open(browser.cookie());
        assertThat(resealed.isValid()).isTrue();
        assertThat(resealed.content().id().toString()).isEqualTo("AAECAwQFBgcICQoL");
        assertThat(resealed.content().createdAt()).isEqualTo(NOW - 1_000);
        assertThat(setCookies(browser.get("/blocking/get"))).isEmpty();
    }

    @Test
    void anUntouchedSessionIsNotSealedAgain() {
        assertThat(setCookies(new Browser().with(sealedWith(OLD)).get("/blocking/untouched"))).isEmpty();
    }

    @Test
    void S35_aCookieSealedWithAnyOtherSecretIsNoSessionAndLeftToTheReplicasThatHaveIt() {
        Response read = new Browser().with(sealedWith(OLD + "x")).get("/blocking/get");

        assertThat(read.asString()).isEqualTo("nobody");
        assertThat(setCookies(read)).isEmpty();
    }

    private static String sealedWith(String secret) {
        return format(secret)
                .seal(new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), NOW - 1_000, NOW - 1_000, 31_536_000, false,
                        Map.of("user", "ada-s3ssion-marker")));
    }

    private static CookieFormat format(String secret) {
        return new CookieFormat("__session", CookieScope.DEFAULT, KeyRing.of(secret), new SecureRandom()::nextBytes);
    }
}
