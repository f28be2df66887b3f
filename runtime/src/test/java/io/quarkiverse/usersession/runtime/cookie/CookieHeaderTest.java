package io.quarkiverse.usersession.runtime.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieHeaderTest {

    private static final String NAME = "__session";

    static Stream<Arguments> linesWithOneValue() {
        return Stream.of(
                arguments("__session=a", "a"),
                arguments("x=1; __session=a; y=2", "a"),
                arguments("x=1;__session=a;y=2", "a"),
                arguments("__session=a;", "a"),
                arguments("__session=a; ", "a"),
                arguments(" \t __session=a \t ", "a"),
                arguments("x=1;\t__session=a\t;y=2", "a"),
                arguments(";;; __session=a;;", "a"),
                arguments("__session=\"a\"", "a"),
                arguments("__session=\"a\" \t", "a"),
                arguments("__session=\"a", "\"a"),
                arguments("__session=a\"", "a\""),
                arguments("__session=\"", "\""),
                arguments("__session=\"\"a\"\"", "\"a\""),
                arguments("__session= \ta", "a"),
                arguments("__session= \"a\" ", "a"),
                arguments("__session=a=b==", "a=b=="),
                arguments("__session==", "="),
                arguments("__session=__session=a", "__session=a"),
                arguments("__session=a b", "a b"),
                arguments("__session=a,b", "a,b"),
                arguments("__session=\u0000\u0007é\uffff", "\u0000\u0007é\uffff"),
                arguments("x; __session=a", "a"),
                arguments("=; __session=a", "a"),
                arguments("x=\"1; __session=a\"", "a\""));
    }

    @ParameterizedTest
    @MethodSource("linesWithOneValue")
    void findsTheValue(String line, String value) {
        assertThat(values(line)).containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", ";", ";;", "=", "x=1", "__session", "__session;", "x=1; __session", "__sessio",
            "__sessio=a",
            "__session2=a", "__sessionn=a", "x__session=a", "x=__session=a", "__Host-__session=a", "__SESSION=a", "__Session=a",
            "__session =a", "__session\t=a", "__session:a", "\"__session\"=a", "$__session=a", "__session,a=b",
            "\u00a0__session=a",
            "\n__session=a", "__session\u0000=a" })
    void otherNamesAreNotOurs(String line) {
        assertThat(values(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "__session=", "__session= ", "__session=;", "__session=\t;x=1", "__session=\"\"",
            "__session=\"\" " })
    void anEmptyValueCountsAsAbsent(String line) {
        assertThat(values(line)).isEmpty();
    }

    @Test
    void S14_findsAllValuesInTheOrderInWhichTheyWereSent() {
        List<String> values = values("__session=b; x=1; __session=; __session=a", "y=2", "", "__session=c;__session=b");

        assertThat(values).containsExactly("b", "a", "c", "b");
    }

    @Test
    void noHeaderHasNoValues() {
        assertThat(values()).isEmpty();
    }

    @Test
    void S10_noLineMakesItThrow() {
        Random random = new Random(10);
        String[] parts = { NAME, "=", ";", " ", "\t", "\"", "a", ",", "\u0000", "é", "\ud83d", "__", "session" };
        for (int i = 0; i < 100_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                line.append(parts[random.nextInt(parts.length)]);
            }

            assertThat(values(line.toString())).allSatisfy(value -> assertThat(value).isNotEmpty().doesNotContain(";"));
        }
    }

    @Test
    void findsExactlyTheValuesAmongRandomCookies() {
        Random random = new Random(11);
        String[] names = { NAME, NAME + "2", "x" + NAME, "__sessio", "x", "" };
        for (int i = 0; i < 20_000; i++) {
            List<String> expected = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            for (int line = random.nextInt(4); line > 0; line--) {
                List<String> pairs = new ArrayList<>();
                for (int pair = random.nextInt(5); pair > 0; pair--) {
                    String name = names[random.nextInt(names.length)];
                    String value = "=a__session=\"".substring(random.nextInt(13)).repeat(random.nextInt(2));
                    pairs.add(name + "=" + value);
                    if (name.equals(NAME) && !value.isEmpty()) {
                        expected.add(value);
                    }
                }
                lines.add(String.join("; ", pairs));
            }

            assertThat(CookieHeader.values(lines, NAME)).as("%s", lines).isEqualTo(expected);
        }
    }

    private static List<String> values(String... lines) {
        return CookieHeader.values(List.of(lines), NAME);
    }
}
