package io.quarkiverse.usersession.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import jakarta.enterprise.util.TypeLiteral;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SessionValueException;

/** Values of other types than those of JSON, where no application runs in this JVM. */
class TypedSessionsTest {

    private static final SessionCookies SESSIONS = TestSessions.withSecret("Vt3Lq8Xz1Nw6Kc9Rb4Yf7Hd2Jm5Gs0PaEu");

    record Item(String sku, int quantity, Instant added, LocalDate day, Optional<String> note) {
    }

    record Product(String sku) {
    }

    private static final Item BREAD = new Item("bread", 2, Instant.parse("2026-01-02T03:04:05Z"), LocalDate.of(2026, 1, 3),
            Optional.of("sliced"));

    @Test
    void aRecordIsStoredAsAnApplicationStoresItByDefault() {
        OpenedSession session = opened(SESSIONS, Map.of("item", BREAD));

        assertThat(session.data()).containsEntry("item", Map.of("sku", "bread", "quantity", 2, "added",
                "2026-01-02T03:04:05Z", "day", "2026-01-03", "note", "sliced"));
    }

    @Test
    void aValueIsReadAsTheTypeThatTheTestSays() {
        OpenedSession session = opened(SESSIONS.flash("last", BREAD),
                Map.of("items", List.of(BREAD), "at", BREAD.added(), "visits", 41));

        assertThat(session.get("items", new TypeLiteral<List<Item>>() {
        })).contains(List.of(BREAD));
        assertThat(session.get("items", new TypeLiteral<List<Product>>() {
        })).as("a class with fewer fields").contains(List.of(new Product("bread")));
        assertThat(session.get("at", Instant.class)).contains(BREAD.added());
        assertThat(session.get("visits", Long.class)).contains(41L);
        assertThat(session.get("last", Item.class)).contains(BREAD);
        assertThat(session.get("other", Item.class)).isEmpty();
    }

    @Test
    void aValueThatDoesNotFitIsNamedByKeyAndType() {
        OpenedSession session = opened(SESSIONS, Map.of("item", "s3cret"));

        assertThatExceptionOfType(SessionValueException.class).isThrownBy(() -> session.get("item", Item.class))
                .withMessage("Key 'item' of the opened session: the stored text can't become a " + Item.class.getName()
                        + ": MismatchedInputException for type " + Item.class.getName()
                        + "; get(key, String.class) reads the text")
                .withNoCause();
    }

    /** Stores a record where there is no Jackson. */
    public static final class WithoutJackson implements Callable<String> {

        @Override
        public String call() {
            OpenedSession session = opened(SESSIONS, Map.of("visits", 41));
            try {
                SESSIONS.cookie(Map.of("product", new Product("bread")));
                return "stored";
            } catch (SessionValueException e) {
                return session.get("visits", Long.class).orElseThrow() + ", " + e.getMessage();
            }
        }
    }

    @Test
    void withoutJacksonAllElseWorksAndARecordIsRefused() throws Exception {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("jackson-databind"))
                .map(TypedSessionsTest::url).toArray(URL[]::new);
        ClassLoader previous = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Callable<?> test = (Callable<?>) loader.loadClass(WithoutJackson.class.getName()).getConstructor().newInstance();

            assertThat(test.call()).asString().startsWith("41, Session 'default', key 'product': a " + Product.class.getName()
                    + " can't be stored").endsWith("for records and other classes add the extension quarkus-jackson");
        } finally {
            Thread.currentThread().setContextClassLoader(previous);
        }
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OpenedSession opened(SessionCookies cookies, Map<String, ?> data) {
        return cookies.open(cookies.cookie(data).getValue());
    }
}
