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
 * What the sessions of the application go by, if it runs in this JVM as it does in a {@code @QuarkusTest}. Asked anew each
 * time, as a test profile starts another application.
 */
final class RunningApplication {

    private static final boolean JACKSON = isThere("com.fasterxml.jackson.databind.ObjectMapper");

    private RunningApplication() {
    }

    /** Empty where no application with this extension has registered its configuration. */
    static Optional<UserSessionConfig> config() {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        try {
            return Optional.of(config.getConfigMapping(UserSessionConfig.class));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /** The names of its sessions, sorted; empty where no application has any. */
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

    /** The bean that tells the sessions the time, otherwise the system's clock. */
    static InstantSource clock() {
        return bean(InstantSource.class).orElseGet(Clock::systemUTC);
    }

    /** @throws IllegalStateException if it has no store of sign-ins, or there is no application */
    static SignIns signIns() {
        return bean(SignInStore.class).flatMap(store -> bean(SignIns.class))
                .orElseThrow(() -> new IllegalStateException("No application with a store of sign-ins runs in"
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

    /** What takes records and other classes apart, and puts them together again. */
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
