package io.quarkiverse.usersession.runtime.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class HeaderTextTest {

    @Test
    void readsATextWithQuotationMarksAndWithout() {
        assertThat(only("\"aBc-_1.x\"")).isEqualTo("aBc-_1.x");
        assertThat(only("aBc-_1.x")).isEqualTo("aBc-_1.x");
        assertThat(only("  \"a b\" \t")).isEqualTo("a b");
        assertThat(only("\"a\\\"b\\\\c\"")).isEqualTo("a\"b\\c");
        assertThat(only("\"\"")).isEmpty();
    }

    @Test
    void doesNotMindParameters() {
        assertThat(only("\"a\";id=\"b\"")).isEqualTo("a");
        assertThat(only("a; id=b")).isEqualTo("a");
    }

    @Test
    void refusesWhatIsNoText() {
        for (String odd : List.of("", " ", "\"", "\"a", "a\"", "\"a\"b", "a b", "a,b", "\"a\", \"b\"", "\"a\\", "\"a\\x\"",
                "\"\u00e4\"", "\"a\tb\"", "a=b", ":YWJj:", "(a)", ";a")) {
            assertThat(only(odd)).as(odd).isNull();
        }
        assertThat(HeaderText.only(List.of())).isNull();
        assertThat(HeaderText.only(List.of("a", "a"))).isNull();
        assertThat(only("a".repeat(8193))).isNull();
    }

    @Test
    void writesWhatItReads() {
        for (String text : List.of("", "a", "a\"b", "\\", "a\\\"b", "a;b,c=d")) {
            assertThat(only(HeaderText.quoted(text))).isEqualTo(text);
        }
    }

    @Test
    void findsTheSessionsThatWereSkipped() {
        assertThat(identifiers("unreachable;session_identifier=\"a.b\"")).containsExactly("a.b");
        assertThat(identifiers("server_error;session_identifier=a")).containsExactly("a");
        assertThat(identifiers("unreachable;session_identifier=\"a\", quota_exceeded;x=1;session_identifier=\"b\""))
                .containsExactly("a", "b");
        assertThat(HeaderText.identifiers(List.of("unreachable;session_identifier=\"a\"", "session_identifier=\"b\"")))
                .containsExactly("a", "b");
        assertThat(identifiers("unreachable")).isEmpty();
        assertThat(identifiers("unreachable;other=\"session_identifier=a\"")).isEmpty();
        assertThat(identifiers("session_identifier=\"a")).isEmpty();
        assertThat(identifiers("x;session_identifier=a,".repeat(100))).hasSize(8);
    }

    @Test
    void S10_noHeaderIsAnErrorOrTakesLong() {
        long seed = 99;
        Random random = new Random(seed);
        String alphabet = "\"\\;,= \tab=session_identifier\u00e4\0";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                int piece = random.nextInt(alphabet.length() + 3);
                text.append(piece < alphabet.length() ? alphabet.substring(piece, piece + 1) : "session_identifier=\"");
            }
            String header = text.toString();
            String read = only(header);
            assertThat(read == null || only(HeaderText.quoted(read)).equals(read)).as("seed %d, round %d", seed, i).isTrue();
            assertThat(identifiers(header)).as("seed %d, round %d", seed, i).hasSizeLessThanOrEqualTo(8).doesNotContainNull();
        }
    }

    private static String only(String line) {
        return HeaderText.only(List.of(line));
    }

    private static List<String> identifiers(String line) {
        return HeaderText.identifiers(List.of(line));
    }
}
