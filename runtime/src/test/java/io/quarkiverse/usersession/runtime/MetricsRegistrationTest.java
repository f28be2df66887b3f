package io.quarkiverse.usersession.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkiverse.usersession.runtime.store.InMemorySignInStore;
import io.quarkiverse.usersession.runtime.store.SignInBook;
import io.quarkiverse.usersession.runtime.store.StoreMetrics;
import io.quarkiverse.usersession.runtime.store.StoreSettings;
import io.quarkiverse.usersession.testsupport.Stub;
import io.quarkus.runtime.metrics.MetricsFactory;
import io.quarkus.runtime.metrics.MetricsFactory.MetricBuilder;
import io.quarkus.runtime.metrics.MetricsFactory.TimeRecorder;

/** What applications with a store of sign-ins show. */
class MetricsRegistrationTest {

    private final Map<String, Supplier<Number>> counters = new TreeMap<>();
    private final Map<String, Long> timers = new TreeMap<>();
    private final StoreMetrics metrics = new StoreMetrics();

    @Test
    void countsWhatIsAskedOfTheStoreAndWhatIsDoneWithoutIt() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-04T05:06:07.890Z"), ZoneOffset.UTC);
        InMemorySignInStore store = new InMemorySignInStore(clock, Duration.ofDays(1));
        SignInBook book = new SignInBook(() -> store, new StoreSettings(Duration.ofSeconds(5), Duration.ofSeconds(1), false),
                true,
                clock, (delay, task) -> () -> {
                }, metrics);
        new MetricsRegistration(factory()).register(metrics);
        SignedIn ada = new SignedIn("AAECAwQFBgcICQoL", "ada", Set.of(), clock.millis());

        book.judge(ada, null).await().indefinitely();
        book.judge(ada, null).await().indefinitely();
        book.end(ada);
        book.judge(ada, null).await().indefinitely();

        assertThat(values()).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("checks{outcome=active,source=store}", 1L),
                Map.entry("checks{outcome=active,source=cache}", 1L),
                Map.entry("checks{outcome=ended,source=store}", 0L),
                Map.entry("checks{outcome=ended,source=cache}", 1L),
                Map.entry("checks{outcome=unbound_copy,source=store}", 0L),
                Map.entry("checks{outcome=unbound_copy,source=cache}", 0L),
                Map.entry("checks{outcome=refused,source=store}", 0L),
                Map.entry("checks{outcome=unavailable,source=store}", 0L),
                Map.entry("ended{operation=end}", 1L),
                Map.entry("ended{operation=end_all}", 0L),
                Map.entry("store.failures{operation=check}", 0L),
                Map.entry("store.failures{operation=list}", 0L),
                Map.entry("store.failures{operation=end}", 0L),
                Map.entry("store.failures{operation=end_all}", 0L),
                Map.entry("lost.endings{}", 0L)));
        assertThat(timers).containsExactly(Map.entry("user.session.sign.in.answer.age{}", 1L));
    }

    private Map<String, Long> values() {
        Map<String, Long> values = new TreeMap<>();
        counters.forEach(
                (name, count) -> values.put(name.substring("user.session.sign.in.".length()), count.get().longValue()));
        return values;
    }

    private MetricsFactory factory() {
        return Stub.of(MetricsFactory.class, (method, arguments) -> builder((String) arguments[0], new TreeMap<>()));
    }

    @SuppressWarnings("unchecked")
    private MetricBuilder builder(String name, Map<String, String> tags) {
        return Stub.of(MetricBuilder.class, (method, arguments) -> switch (method) {
            case "tag" -> {
                Map<String, String> more = new TreeMap<>(tags);
                more.put((String) arguments[0], (String) arguments[1]);
                yield builder(name, more);
            }
            case "description" -> builder(name, tags);
            case "buildCounter" -> counters.put(series(name, tags), (Supplier<Number>) arguments[0]);
            case "buildTimer" -> Stub.<TimeRecorder> of(TimeRecorder.class, (update, time) -> {
                assertThat(time).containsExactly(0L, TimeUnit.MILLISECONDS);
                return timers.merge(series(name, tags), 1L, Long::sum) == 0;
            });
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static String series(String name, Map<String, String> tags) {
        return name + tags.toString().replace(", ", ",");
    }
}
