package io.quarkiverse.usersession.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.TestConfig;
import io.quarkiverse.usersession.runtime.origin.CrossOrigin;
import io.quarkiverse.usersession.runtime.state.SignInSupport;

class SessionSummaryTest {

    @Test
    void aSessionThatNothingConfiguresHasNoTimeoutButItsCookies() {
        SessionSummary summary = summary(SignInSupport.OFF, false);

        assertThat(summary.lifetimes()).isEqualTo("idle timeout none, absolute timeout none, cookie lifetime 365D");
        assertThat(summary.cookie())
                .isEqualTo("__session (this host only, Path=/, SameSite=lax, HttpOnly=true, Secure=auto)");
        assertThat(summary.signIns()).isEqualTo("none");
        assertThat(summary.guard()).isEqualTo("refuse");
    }

    @Test
    void aRenewedSessionHasAnIdleTimeout() {
        SessionSummary summary = summary(SignInSupport.ON, false, "max-age", "30M", "renew-after", "5M", "absolute-timeout",
                "12H");

        assertThat(summary.lifetimes()).isEqualTo("idle timeout 30M, absolute timeout 12H, cookie lifetime 30M");
    }

    @Test
    void theCookieIsShownWithItsScope() {
        SessionSummary summary = summary(SignInSupport.ON, false, "cookie.name", "shop", "cookie.domain", "example.org",
                "cookie.path", "/shop", "cookie.same-site", "none", "cookie.http-only", "false", "cookie.secure", "always",
                "cookie.partitioned", "true");

        assertThat(summary.cookie()).isEqualTo(
                "shop (Domain=example.org, Path=/shop, SameSite=none, HttpOnly=false, Secure=always, Partitioned)");
    }

    @Test
    void itSaysWhereSignInsAreRemembered() {
        assertThat(summary(SignInSupport.ON, false).signIns()).isEqualTo("in the cookie only");
        assertThat(summary(SignInSupport.ON, true).signIns()).isEqualTo("remembered in a store");
        assertThat(summary(SignInSupport.NAMED, true).signIns()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({ "1S,1S", "90S,1M30S", "36H,36H", "48H,2D", "30D,30D" })
    void timesAreShownAsTheConfigurationReadsThem(String setting, String shown) {
        assertThat(summary(SignInSupport.OFF, false, "max-age", setting).lifetimes()).endsWith("cookie lifetime " + shown);
    }

    private static SessionSummary summary(SignInSupport signIn, boolean store, String... settings) {
        return new SessionSummary(SessionSettings.of(TestConfig.of(settings), "default"), signIn, store, CrossOrigin.REFUSE);
    }
}
