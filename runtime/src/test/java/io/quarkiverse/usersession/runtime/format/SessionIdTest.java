package io.quarkiverse.usersession.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {

    @Test
    void itsTextIsThatOfItsBytes() {
        SessionId id = SessionId.read(
                ByteBuffer.wrap(new byte[] { 99, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 99 }).position(1));

        assertThat(id).hasToString("AAECAwQFBgcICQoL").isEqualTo(SessionId.parse("AAECAwQFBgcICQoL"));
    }

    @Test
    void isWrittenWhereItIsToStand() {
        byte[] bytes = new byte[14];
        SessionId.parse("AAECAwQFBgcICQr_").write(ByteBuffer.wrap(bytes).position(1));

        assertThat(bytes).containsExactly(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0xff, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "AAECAwQFBgcICQo", "AAECAwQFBgcICQoLDA", "AAECAwQFBgcICQo=", "AAECAwQFBgcICQo+" })
    void noOtherTextIsAnId(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SessionId.parse(text)).withMessageContaining("12 bytes");
    }
}
