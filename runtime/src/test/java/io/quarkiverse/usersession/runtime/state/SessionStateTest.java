package io.quarkiverse.usersession.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Named.named;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.SessionValueException;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.values.TypedValues;

/** What the application sees of a session: its values, flash values and identity. */
class SessionStateTest {

    private final Browser browser = new Browser();

    @Test
    void aValueIsThereInThisRequestAndTheNext() {
        browser.request(session -> {
            session.set("name", "Ann").set("visits", 3);

            assertThat(session.get("name")).contains("Ann");
        });

        browser.request(session -> {
            assertThat(session.get("name")).contains("Ann");
            assertThat(session.get("visits", Integer.class)).contains(3);
            assertThat(session.get("visits", long.class)).contains(3L);
            assertThat(session.get("visits", Object.class)).contains(3);
            assertThat(session.get("absent")).isEmpty();
            assertThat(session.get("absent", Integer.class)).isEmpty();
        });
    }

    @Test
    void storesTheValueAsItIsNow() {
        List<String> items = new ArrayList<>(List.of("tea"));

        browser.request(session -> {
            session.set("items", items).flash("note", items);
            items.add("milk");

            assertThat(session.get("items", List.class)).contains(List.of("tea"));
        });

        browser.request(session -> assertThat(session.data())
                .isEqualTo(Map.of("items", List.of("tea"), "note", List.of("tea"))));
    }

    @Test
    void aLaterValueReplacesTheEarlierOne() {
        browser.request(session -> session.set("name", "Ann").set("name", 5));

        browser.request(session -> assertThat(session.data()).isEqualTo(Map.of("name", 5)));
    }

    @Test
    void unsetRemovesBothThePlainAndTheFlashValue() {
        browser.request(session -> session.set("a", 1).flash("a", 2).set("b", 3));

        browser.request(session -> {
            session.unset("a");

            assertThat(session.has("a")).isFalse();
        });

        browser.request(session -> assertThat(session.data()).isEqualTo(Map.of("b", 3)));
    }

    @Test
    void clearRemovesAllValuesAndKeepsTheSession() {
        browser.request(session -> session.set("a", 1).flash("b", 2).maxAge(Duration.ofHours(1)));
        String id = browser.content().id().toString();
        browser.later(Duration.ofMinutes(1));

        browser.request(session -> {
            session.clear();

            assertThat(session.isEmpty()).isTrue();
            assertThat(session.isNew()).isFalse();
        });

        browser.request(session -> {
            assertThat(session.isNew()).isFalse();
            assertThat(session.data()).isEmpty();
            assertThat(session.id()).isEqualTo(id);
            assertThat(session.createdAt()).isEqualTo(Browser.START);
            assertThat(session.expiresAt()).isEqualTo(browser.now().plus(Duration.ofHours(1)));
        });
    }

    @Test
    void aSessionIsNewUntilItsCookieComesBack() {
        browser.request(session -> {
            assertThat(session.isNew()).isTrue();
            assertThat(session.isEmpty()).isTrue();
            session.set("a", 1);
            assertThat(session.isNew()).isTrue();
            assertThat(session.isEmpty()).isFalse();
        });

        browser.request(session -> {
            assertThat(session.isNew()).isFalse();
            assertThat(session.isEmpty()).isFalse();
        });
    }

    @Test
    void aFlashValueAloneMakesASessionNotEmpty() {
        browser.request(session -> assertThat(session.flash("a", 1).isEmpty()).isFalse());
    }

    @Test
    void theIdIs96BitsAndStaysTheSame() {
        browser.request(session -> {
            String id = session.id();

            assertThat(Base64.getUrlDecoder().decode(id)).hasSize(12);
            assertThat(session.set("a", 1).id()).isEqualTo(id);
            assertThat(session.unset("a").clear().set("b", 1).id()).isEqualTo(id);
            browser.request(other -> assertThat(other.id()).isNotEqualTo(id));
        });
        String sealed = browser.content().id().toString();

        browser.request(session -> assertThat(session.set("a", 2).id()).isEqualTo(sealed));
        assertThat(browser.content().id().toString()).isEqualTo(sealed);
    }

    @Test
    void theIdOfTheRequestIsTheOneThatIsSealed() {
        Browser.Request request = browser.begin();
        request.session.set("a", 1);
        String id = request.session.id();

        request.respond();

        assertThat(browser.content().id().toString()).isEqualTo(id).isEqualTo(request.session.id());
    }

    @Test
    void S14_renewChangesTheIdAndKeepsEverythingElse() {
        browser.request(session -> session.set("a", 1).flash("b", 2));
        String id = browser.content().id().toString();
        browser.later(Duration.ofMinutes(1));

        browser.request(session -> {
            assertThat(session.renew().id()).isNotEqualTo(id).isEqualTo(session.id());
            assertThat(session.isNew()).isFalse();
            assertThat(session.createdAt()).isEqualTo(Browser.START);
        });

        browser.request(session -> {
            assertThat(session.id()).isNotEqualTo(id);
            assertThat(session.createdAt()).isEqualTo(Browser.START);
            assertThat(session.expiresAt()).isEqualTo(browser.now().plus(Duration.ofDays(365)));
            assertThat(session.data()).isEqualTo(Map.of("a", 1, "b", 2));
        });
    }

    @Test
    void dataIsAnUnmodifiableSnapshot() {
        browser.request(session -> {
            session.set("a", 1).set("list", List.of(1L, "b")).flash("note", true);

            Map<String, Object> data = session.data();
            session.unset("a").set("c", 1);

            assertThat(data).isUnmodifiable().isEqualTo(Map.of("a", 1, "list", List.of(1, "b"), "note", true));
        });
    }

    @Test
    void S15_anyKeysAndValuesComeBackAndMakeNoOthers() {
        Random random = new Random(15);
        String[] parts = { "!", "=", "\"", "\\", ":", ",", "{", "}", "\u0000", "\n", "%", ";", "&", "é", "😀", "a",
                "__flash_" };
        for (int i = 0; i < 500; i++) {
            Map<String, Object> plain = new HashMap<>();
            Map<String, Object> flash = new HashMap<>();
            for (int entry = random.nextInt(8); entry >= 0; entry--) {
                (random.nextBoolean() ? plain : flash).put(text(random, parts), text(random, parts));
            }
            Map<String, Object> all = new HashMap<>(flash);
            all.putAll(plain);

            browser.request(session -> {
                session.destroy();
                plain.forEach(session::set);
                flash.forEach(session::flash);
                assertThat(session.data()).isEqualTo(all);
            });

            browser.request(session -> {
                assertThat(session.data()).isEqualTo(all);
                all.forEach((key, value) -> assertThat(session.get(key)).contains((String) value));
                plain.keySet().forEach(session::unset);
                flash.keySet().forEach(key -> assertThat(session.has(key)).isFalse());
                assertThat(session.isEmpty()).isTrue();
            });
        }
    }

    @Test
    void aFlashValueIsReadOnceInALaterRequest() {
        browser.request(session -> session.flash("note", "saved"));
        browser.request(session -> assertThat(session.isNew()).isFalse());

        browser.request(session -> {
            assertThat(session.get("note")).contains("saved");
            assertThat(session.get("note")).isEmpty();
            assertThat(session.has("note")).isFalse();
        });

        browser.request(session -> assertThat(session.get("note")).isEmpty());
    }

    @Test
    void aFlashValueIsReadOnceInItsOwnRequestToo() {
        browser.request(session -> {
            session.flash("note", "saved");

            assertThat(session.get("note")).contains("saved");
            assertThat(session.get("note")).isEmpty();
        });
    }

    @Test
    void lookingAtAFlashValueDoesNotConsumeIt() {
        browser.request(session -> session.flash("note", "saved"));

        browser.request(session -> {
            assertThat(session.has("note")).isTrue();
            assertThat(session.data()).isEqualTo(Map.of("note", "saved"));
            assertThat(session.isEmpty()).isFalse();
        });

        browser.request(session -> assertThat(session.get("note")).contains("saved"));
    }

    @Test
    void aPlainValueHidesTheFlashValueOfItsKey() {
        browser.request(session -> session.flash("a", "flash").set("a", "plain"));

        browser.request(session -> {
            assertThat(session.data()).isEqualTo(Map.of("a", "plain"));
            assertThat(session.get("a")).contains("plain");
            assertThat(session.get("a")).contains("plain");
        });
        browser.request(session -> session.set("b", "plain").flash("b", "flash"));

        browser.request(session -> {
            assertThat(session.data()).isEqualTo(Map.of("a", "plain", "b", "plain"));
            assertThat(session.get("b")).contains("plain");
        });
    }

    @Test
    void aFailedConversionKeepsTheFlashValue() {
        browser.request(session -> session.flash("note", "saved"));

        browser.request(session -> {
            assertThatExceptionOfType(SessionValueException.class).isThrownBy(() -> session.get("note", Integer.class));
            assertThat(session.has("note")).isTrue();
        });

        browser.request(session -> assertThat(session.get("note")).contains("saved"));
    }

    @Test
    void aValueIsConvertedByTheApplicationWithoutTheLock() {
        Browser.Request[] current = new Browser.Request[1];
        browser.with(converting(value -> assertThat(Thread.holdsLock(current[0].session)).isFalse()));
        browser.request(session -> session.set("plain", "a").flash("note", "b"));

        current[0] = browser.begin();

        assertThat(current[0].session.get("plain", StringBuilder.class)).map(StringBuilder::toString).contains("a");
        assertThat(current[0].session.get("note", StringBuilder.class)).map(StringBuilder::toString).contains("b");
    }

    @Test
    void aFlashValueThatIsReplacedWhileItIsConvertedIsReadAsItIsNow() {
        Browser.Request[] current = new Browser.Request[1];
        browser.with(converting(value -> current[0].session.flash("note", "new")));
        browser.request(session -> session.flash("note", "old"));

        current[0] = browser.begin();

        assertThat(current[0].session.get("note", StringBuilder.class)).map(StringBuilder::toString).contains("new");
        assertThat(current[0].session.has("note")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "!", "=", "!a", "=a", "=!a", "!=a", "!!a", "==a" })
    void S15_flashAndPlainKeysThatLookLikeMarksStayApart(String key) {
        browser.request(session -> session.flash(key, "flash").set("!" + key, "with !").set("=" + key, "with ="));

        browser.request(session -> {
            assertThat(session.data()).isEqualTo(Map.of(key, "flash", "!" + key, "with !", "=" + key, "with ="));
            assertThat(session.get(key)).contains("flash");
            assertThat(session.get(key)).isEmpty();
            assertThat(session.get("!" + key)).contains("with !");
            assertThat(session.get("=" + key)).contains("with =");
        });

        browser.request(session -> assertThat(session.data()).isEqualTo(Map.of("!" + key, "with !", "=" + key, "with =")));
    }

    @Test
    void destroyLeavesAnEmptyNewSession() {
        browser.request(session -> session.set("a", 1).flash("b", 2));
        String id = browser.content().id().toString();
        browser.later(Duration.ofMinutes(1));

        browser.request(session -> {
            session.destroy();

            assertThat(session.isNew()).isTrue();
            assertThat(session.isEmpty()).isTrue();
            assertThat(session.data()).isEmpty();
            assertThat(session.has("b")).isFalse();
            assertThat(session.id()).isNotEqualTo(id);
            assertThat(session.createdAt()).isEqualTo(browser.now());
        });
    }

    static Stream<Named<Consumer<UserSession>>> refusedValues() {
        return Stream.of(
                named("set null", session -> session.set("cart", null)),
                named("flash null", session -> session.flash("cart", null)),
                named("set a Date", session -> session.set("cart", new Date(0))),
                named("flash a Date", session -> session.flash("cart", new Date(0))),
                named("set a List with a Date", session -> session.set("cart", List.of(new Date(0)))),
                named("set a new Date", session -> session.set("new", new Date(0))));
    }

    @ParameterizedTest
    @MethodSource("refusedValues")
    void aRefusedValueChangesNothing(Consumer<UserSession> refused) {
        browser.request(session -> session.set("cart", "tea"));
        Browser.Request request = browser.begin();

        assertThatExceptionOfType(SessionValueException.class).isThrownBy(() -> refused.accept(request.session));

        assertThat(request.session.data()).isEqualTo(Map.of("cart", "tea"));
        assertThat(request.respond().kind()).isEqualTo(Commit.Kind.NONE);
    }

    @Test
    void S5_aRefusalNamesSessionKeyAndTypeButNotTheValue() {
        browser.request(session -> {
            session.set("cart", "k33p-me-private").set("when", List.of("k33p-me-private"));

            assertThatExceptionOfType(SessionValueException.class)
                    .isThrownBy(() -> session.set("cart", new StringBuilder("k33p-me-private")))
                    .withMessageStartingWith("Session 'default', key 'cart': ")
                    .withMessageContaining("java.lang.StringBuilder")
                    .withMessageNotContainingAny("k33p-me-private").withNoCause();
            assertThatExceptionOfType(SessionValueException.class).isThrownBy(() -> session.get("cart", Integer.class))
                    .withMessage(
                            "Session 'default', key 'cart': the stored text can't become a java.lang.Integer; get(key, String.class) reads the text")
                    .withNoCause();
            assertThatExceptionOfType(SessionValueException.class).isThrownBy(() -> session.get("when"))
                    .withMessage("Session 'default', key 'when': the stored list can't become a java.lang.String;"
                            + " get(key, List.class) reads the list, or get(key, new TypeLiteral<List<...>>() {}) with the type of"
                            + " its elements")
                    .withNoCause();
        });
    }

    @Test
    void aKeyThatIsNotUnicodeIsRefusedAndNeverThere() {
        browser.request(session -> {
            assertThatExceptionOfType(SessionValueException.class).isThrownBy(() -> session.set("a\ud83d", 1))
                    .withMessageContaining("not valid Unicode");
            assertThatExceptionOfType(SessionValueException.class).isThrownBy(() -> session.flash("a\ud83d", 1));

            assertThat(session.has("a\ud83d")).isFalse();
            assertThat(session.get("a\ud83d")).isEmpty();
            assertThat(session.unset("a\ud83d").isEmpty()).isTrue();
        });
    }

    @Test
    void nullIsNoKeyAndNoType() {
        browser.request(session -> {
            for (Consumer<UserSession> use : List.<Consumer<UserSession>> of(s -> s.get(null), s -> s.get(null, Integer.class),
                    s -> s.get("a", (Class<?>) null), s -> s.set(null, 1), s -> s.flash(null, 1), s -> s.has(null),
                    s -> s.unset(null), s -> s.maxAge(null))) {
                assertThatNullPointerException().isThrownBy(() -> use.accept(session));
            }
            assertThat(session.isEmpty()).isTrue();
        });
    }

    private static String text(Random random, String[] parts) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    /** Makes a {@code StringBuilder} of a text. */
    private static TypedValues converting(Consumer<Object> meanwhile) {
        return new TypedValues() {

            @Override
            public Object toPlain(Object value) {
                throw new AssertionError("only texts are stored");
            }

            @Override
            public Object fromPlain(Type type, Object value) {
                meanwhile.accept(value);
                return new StringBuilder((String) value);
            }
        };
    }
}
