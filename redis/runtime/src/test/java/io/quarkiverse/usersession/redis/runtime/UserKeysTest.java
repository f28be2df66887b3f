package io.quarkiverse.usersession.redis.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class UserKeysTest {

    private final UserKeys keys = new UserKeys("shop");

    @Test
    void aKeyHasTheHashOfTheNameInUtf8() {
        // printf 'Ada 😀' | openssl dgst -sha256 -binary | basenc --base64url
        assertThat(keys.key("Ada \uD83D\uDE00")).isEqualTo("shop:{RHF23Y3JL49h8--ZoSKect48PYV3sOS0P4Ed3KEp44M}");
    }

    /** Halves of surrogate pairs, of which UTF-8 would make question marks. */
    @Test
    void textsThatAreNotWellFormedAreDifferentUsersToo() {
        List<String> names = List.of("?", "\uFFFD", "\uD83D", "\uDE00", "\uD83D\uD83D", "\uDE00\uD83D", "\uD83D?", "a\uD83D",
                "\uD83Da", "\u00FF\uD83D");

        assertThat(names.stream().map(keys::key)).doesNotHaveDuplicates().hasSize(names.size());
    }
}
