package io.quarkiverse.usersession.runtime.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.GorillaKeys;
import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.Serializer;
import io.quarkiverse.usersession.testsupport.Allocation;
import io.quarkiverse.usersession.testsupport.RemixCookies;

/**
 * S31: no kind of damage costs an exception with a stack trace, also none behind a good signature. What a stack trace takes
 * grows with the stack, so it is seen when the same cookie is opened far down.
 */
class NoStackTraceTest {

    private static final String KEY = "abcdef1234";
    private static final long NOW = 1_795_479_237L;
    private static final byte[] JSON = "{}".getBytes(UTF_8);

    private static final RemixFormat REMIX = new RemixFormat(List.of(KEY));
    private static final GorillaFormat JSON_OF_GORILLA = gorilla(null, Serializer.JSON);
    private static final GorillaFormat GOB = gorilla(null, Serializer.GOB);

    static Stream<Arguments> damages() {
        return Stream.of(
                arguments(REMIX, "x"),
                arguments(REMIX, "!!.!!"),
                arguments(REMIX, "%zz"),
                arguments(REMIX, "\u00e9"),
                arguments(REMIX, "e30=.e30"),
                arguments(REMIX, RemixCookies.signed("another", "{}")),
                arguments(REMIX, RemixCookies.signedText(KEY, "!!!!")),
                arguments(REMIX, RemixCookies.signed(KEY, new byte[] { '{', (byte) 0xff, '}' })),
                arguments(REMIX, RemixCookies.signed(KEY, "[]")),
                arguments(REMIX, RemixCookies.signed(KEY, "{}{}")),
                arguments(JSON_OF_GORILLA, "x"),
                arguments(JSON_OF_GORILLA, "MTc="),
                arguments(JSON_OF_GORILLA, "!".repeat(64)),
                arguments(JSON_OF_GORILLA, GorillaCookies.signed("__session", "another", NOW, JSON)),
                arguments(JSON_OF_GORILLA, GorillaCookies.signed("__session", KEY, "now", JSON)),
                arguments(JSON_OF_GORILLA, GorillaCookies.signed("__session", KEY, "9".repeat(30), JSON)),
                arguments(JSON_OF_GORILLA, GorillaCookies.signed("__session", KEY, NOW, new byte[] { (byte) 0xff })),
                arguments(JSON_OF_GORILLA, GorillaCookies.signed("__session", KEY, NOW, "[]".getBytes(UTF_8))),
                arguments(gorilla("0123456789abcdef", Serializer.JSON), GorillaCookies.signed("__session", KEY, NOW, JSON)),
                arguments(GOB, GorillaCookies.signed("__session", KEY, NOW, JSON)),
                arguments(GOB, GorillaCookies.signed("__session", KEY, NOW, new byte[0])));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void S31_noDamageCostsAnExceptionWithAStackTrace(ForeignFormat format, String value) {
        assertThat(format.open(value, NOW).isValid()).isFalse();

        assertThat(bytes(format, value, 900) - bytes(format, value, 0)).isLessThan(5_000); // a stack trace has more than 10,000
    }

    /** The least of several runs: the first ones load classes. */
    private static long bytes(ForeignFormat format, String value, int depth) {
        if (depth > 0) {
            return bytes(format, value, depth - 1);
        }
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long before = Allocation.bytesSoFar();
            format.open(value, NOW);
            least = Math.min(least, Allocation.bytesSoFar() - before);
        }
        return least;
    }

    private static GorillaFormat gorilla(String blockKey, Serializer serializer) {
        return new GorillaFormat("__session", List.of(new GorillaKeys(KEY, blockKey)), serializer, Long.MAX_VALUE);
    }
}
