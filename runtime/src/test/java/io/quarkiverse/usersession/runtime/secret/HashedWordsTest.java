package io.quarkiverse.usersession.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashedWordsTest {

    private static final List<String> ALGORITHMS = List.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    /** The most common passwords, and what stands for a secret in examples. */
    private static final String[] WORDS = """
            123456 123456789 12345678 12345 1234567 1234567890 1234 123 1 0 111111 000000 123123 654321 666666 121212 112233
            abc123 abcd1234 abc abcdef abcdefg a b test test1 test123 testing tester password Password PASSWORD password1
            Password1 password123 Password123 passw0rd p@ssw0rd P@ssw0rd passwd pass passphrase qwerty qwerty123 QWERTY
            qwertyuiop 1q2w3e4r 1qaz2wsx qazwsx asdf asdfgh asdfghjkl zxcvbnm iloveyou admin Admin admin123 administrator
            root toor user guest demo default changeme ChangeMe CHANGEME change-me change_me changeit letmein welcome Welcome
            welcome1 monkey dragon master shadow sunshine princess football baseball superman batman trustno1 hello Hello
            hello123 world helloworld hunter2 correcthorsebatterystaple secret Secret SECRET secret123 mysecret my-secret
            my_secret my-secret-key mysecretkey supersecret super-secret super_secret topsecret top-secret verysecret
            secretkey secret-key secret_key SECRET_KEY session Session SESSION sessions session-secret session_secret
            sessionsecret SESSION_SECRET SessionSecret cookie cookies cookie-secret cookie_secret token key mykey my-key
            signing-key hash salt pepper jwt jwt-secret jwt_secret JWT_SECRET auth private public foo bar foobar baz qux
            example sample placeholder dummy fixme todo tbd none null nil undefined empty random string text value data app
            application myapp my-app server client web site website api service prod production Production staging dev
            development local localhost quarkus java javascript node nodejs express react remix spring django flask rails
            laravel symfony go golang rust python docker kubernetes postgres mysql redis mongo database db aws azure google
            github gitlab company acme contoso john jane alice bob michael jordan summer winter spring autumn love god money
            freedom whatever computer internet keyboard mouse cat dog tiger lion eagle apple banana orange cheese pizza
            chocolate coffee the quick fox
            """.strip().split("\\s+");

    @Test
    void theTableHasTheHashesOfAllWordsWithAndWithoutALineBreak() {
        SortedSet<String> expected = new TreeSet<>();
        Stream.concat(Stream.of("", "correct horse battery staple", "The quick brown fox jumps over the lazy dog",
                "hello world", "Hello, World!", "Hello World"), Arrays.stream(WORDS)).forEach(word -> {
                    for (String algorithm : ALGORITHMS) {
                        for (String text : List.of(word, word + "\n")) {
                            expected.add(HashedWords.prefix(hash(algorithm, text)));
                        }
                    }
                });

        assertThat(HashedWords.PREFIXES.replaceAll("\\s", "")).isEqualTo(String.join("", expected));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "password", "secret", "changeme", "password\n", "123456" })
    void S4_refusesHashesOfCommonWordsInEachSpelling(String word) {
        for (String algorithm : ALGORITHMS) {
            byte[] hash = hash(algorithm, word);
            String hex = HexFormat.of().formatHex(hash);
            for (String secret : List.of(hex, HexFormat.of().withUpperCase().formatHex(hash), "0x" + hex,
                    HexFormat.ofDelimiter(":").formatHex(hash), "hex:" + hex,
                    Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.US_ASCII)))) {
                assertThat(SecretRules.weakness(secret)).as(secret).contains("is the hash of a common word");
            }
            if (hash.length > 20) {
                for (String secret : List.of(Base64.getEncoder().encodeToString(hash),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                        "base64:" + Base64.getEncoder().encodeToString(hash))) {
                    assertThat(SecretRules.weakness(secret)).as(secret).contains("is the hash of a common word");
                }
            }
        }
    }

    private static byte[] hash(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
