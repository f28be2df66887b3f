package io.quarkiverse.usersession.runtime.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalBase64Test {

    @Test
    void readsWhatEachSystemWrites() throws DamagedCookieException {
        byte[] bytes = { (byte) 0xfb, (byte) 0xff };

        assertThat(CanonicalBase64.STANDARD.decode("+/8=")).isEqualTo(bytes);
        assertThat(CanonicalBase64.STANDARD_UNPADDED.decode("+/8")).isEqualTo(bytes);
        assertThat(CanonicalBase64.URL.decode("-_8=")).isEqualTo(bytes);
        assertThat(CanonicalBase64.URL.decode("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "-_8", "-_9=", "-_8==", "+/8=", "-_8=\n", "-_8=-_8=", "-", "=", " -_8=", "-_8é" })
    void refusesEveryOtherForm(String text) {
        assertThatExceptionOfType(DamagedCookieException.class).isThrownBy(() -> CanonicalBase64.URL.decode(text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "+/8=", "+/9", "-_8", "+/8\r\n" })
    void refusesPaddingWhereThereIsNone(String text) {
        assertThatExceptionOfType(DamagedCookieException.class)
                .isThrownBy(() -> CanonicalBase64.STANDARD_UNPADDED.decode(text));
    }
}
