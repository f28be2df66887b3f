package io.quarkiverse.usersession.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.values.TypedValues;

/** Sessions without HTTP, CDI or Quarkus: the storage is all they need. */
class CookieSessionStorageTest {

    private final SessionStorage storage = storage(false);

    @Test
    void aSessionGoesFromOneCookieHeaderToTheNext() {
        UserSession first = storage.getSession(null).set("user", "ada").flash("message", "Welcome!");

        UserSession second = storage.getSession("other=1; " + cookie(storage.commitSession(first)));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.data()).isEqualTo(Map.of("user", "ada", "message", "Welcome!"));
        assertThat(second.get("message")).contains("Welcome!");
        UserSession third = storage.getSession(cookie(storage.commitSession(second)));
        assertThat(third.data()).isEqualTo(Map.of("user", "ada"));
    }

    @Test
    void whatIsNotASessionIsANewOne() {
        for (String header : new String[] { null, "", "a=b", "__session=", "__session=damaged", ";;;" }) {
            assertThat(storage.getSession(header).isNew()).as(header).isTrue();
        }
    }

    @Test
    void aSessionCanBeSealedAgainAndAgain() {
        UserSession session = storage.getSession(null).set("step", 1);

        String one = storage.commitSession(session);
        String two = storage.commitSession(session.set("step", 2));

        assertThat(storage.getSession(cookie(one)).get("step", Integer.class)).contains(1);
        assertThat(storage.getSession(cookie(two)).get("step", Integer.class)).contains(2);
    }

    @Test
    void aMaxAgeIsCappedByTheConfiguredOne() {
        UserSession session = storage.getSession(null);

        assertThat(storage.commitSession(session, Duration.ofHours(8))).contains("; Max-Age=28800;");
        assertThat(storage.commitSession(session, Duration.ofDays(4_000))).contains("; Max-Age=31536000;");
    }

    @Test
    void aDestroyedSessionIsAnExpiredCookieUntilSomethingIsSet() {
        UserSession session = storage.getSession(null).set("user", "ada");

        assertThat(storage.destroySession(session)).startsWith("__session=; Max-Age=0;");
        assertThat(storage.commitSession(session)).startsWith("__session=; Max-Age=0;");
        assertThat(storage.getSession(cookie(storage.commitSession(session.set("user", "grace")))).get("user"))
                .contains("grace");
    }

    @ParameterizedTest
    @CsvSource({ "true, '; Path=/; Secure; HttpOnly; SameSite=Lax'", "false, '; Path=/; HttpOnly; SameSite=Lax'" })
    void S20_withoutARequestTheCookieIsSecureInProduction(boolean production, String attributes) {
        SessionStorage mode = storage(production);

        assertThat(mode.commitSession(mode.getSession(null))).endsWith(attributes);
        assertThat(mode.destroySession(mode.getSession(null))).endsWith(attributes);
    }

    @Test
    void aSessionOfAnotherStorageIsRefusedAndUnchanged() {
        UserSession session = storage.getSession(null);
        SessionStorage other = storage(false);

        assertThatIllegalArgumentException().isThrownBy(() -> other.commitSession(session, Duration.ofHours(1)))
                .withMessageContaining("This is the storage of session 'default'");
        assertThatIllegalArgumentException().isThrownBy(() -> other.destroySession(session));
        assertThat(storage.commitSession(session)).contains("; Max-Age=31536000;");
    }

    private static String cookie(String setCookie) {
        return setCookie.substring(0, setCookie.indexOf(';'));
    }

    private static SessionStorage storage(boolean production) {
        SessionSettings settings = SessionSettings.defaults("default");
        SessionDefinition definition = SessionDefinition.of("default", settings.cookie(), settings.lifetimes(),
                KeyRing.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a"), null,
                Clock.systemUTC(), new SecureRandom()::nextBytes, TypedValues.UNAVAILABLE);
        return new CookieSessionStorage(Commits.of(definition, settings, null, production), rc -> null);
    }
}
