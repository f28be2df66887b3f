package io.quarkiverse.usersession.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.runtime.configuration.ConfigurationException;

/** {@code DefaultSessionNameTest} shows that a name which is refused here fails the build. */
class SessionNamesTest {

    private static final String PLACE = "org.acme.Shop#session";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "``      | @SessionName at org.acme.Shop#session is empty: give it the name of a session, or leave it out for the"
                    + " default session",
            "default | @SessionName(\"default\") at org.acme.Shop#session names the default session, which is injected without"
                    + " it: leave it out",
            "import  | @SessionName(\"import\") at org.acme.Shop#session can't be used, because quarkus.user-session.import.*"
                    + " are settings of the default session: give it another name" })
    void refusesNamesThatNoSessionCanHave(String name, String message) {
        assertThatThrownBy(() -> SessionNames.checked(name, PLACE))
                .isInstanceOf(ConfigurationException.class).hasMessage(message);
    }

    @Test
    void acceptsOtherNames() {
        assertThat(SessionNames.checked("onboarding", PLACE)).isEqualTo("onboarding");
    }
}
