package io.quarkiverse.usersession.testing;

import java.time.Clock;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.SignIns;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.smallrye.config.SmallRyeConfig;

/**
 * Gives access to the configuration and beans of the application, if it runs in this JVM, as in a {@code @QuarkusTest}. They
 * are looked up each time, because a test profile may start another application.
 */
final class RunningApplication {

    private static final boolean JACKSON = isThere("com.fasterxml.jackson.databind.ObjectMapper");

    private RunningApplication() {
    }

    /** Empty if no application with this extension has registered its configuration. */
    static Optional<UserSessionConfig> config() {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        try {
            return Optional.of(config.getConfigMapping(UserSessionConfig.class));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /** The names of the application's sessions, sorted; empty if there is no application. */
    static Set<String> sessionNames() {
        Set<String> names = new TreeSet<>();
        ArcContainer container = Arc.container();
        if (container != null) {
            for (Bean<?> session : container.beanManager().getBeans(UserSession.class, Any.Literal.INSTANCE)) {
                names.add(session.getQualifiers().stream().filter(SessionName.class::isInstance)
                        .map(qualifier -> ((SessionName) qualifier).value()).findFirst()
                        .orElse(UserSessionConfig.DEFAULT_SESSION));
            }
        }
        return names;
    }

    /** The clock of the application's sessions; the system clock if there is no application. */
    static InstantSource clock() {
        return bean(InstantSource.class).orElseGet(Clock::systemUTC);
    }

    /** @throws IllegalStateException if the application has no sign-in store, or if there is no application */
    static SignIns signIns() {
        return bean(SignInStore.class).flatMap(store -> bean(SignIns.class))
                .orElseThrow(() -> new IllegalStateException("No application with a sign-in store runs in"
                        + " this JVM: a @QuarkusTest of an application without one can have one with"
                        + " quarkus.arc.selected-alternatives=" + InMemorySignIns.class.getName()));
    }

    /** @throws IllegalStateException if there is no application */
    static SessionStorage storage() {
        return bean(SessionStorage.class)
                .orElseThrow(() -> new IllegalStateException("No application with sessions runs in this JVM"));
    }

    private static <T> Optional<T> bean(Class<T> type) {
        ArcContainer container = Arc.container();
        if (container == null) {
            return Optional.empty();
        }
        Instance<T> beans = container.select(type, Default.Literal.INSTANCE);
        return beans.isResolvable() ? Optional.of(beans.get()) : Optional.empty();
    }

    /** Converts records and other classes to plain values and back. */
    static TypedValues typedValues() {
        if (!JACKSON) {
            return TypedValues.UNAVAILABLE;
        }
        ArcContainer container = Arc.container();
        return container == null ? JacksonInTests.BY_DEFAULT : JacksonInTests.of(container);
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className, false, RunningApplication.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
