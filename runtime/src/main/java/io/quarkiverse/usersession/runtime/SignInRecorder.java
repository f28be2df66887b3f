package io.quarkiverse.usersession.runtime;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.inject.Instance;

import io.quarkiverse.usersession.SignInValidator;
import io.quarkiverse.usersession.runtime.config.SignInSettings;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.signin.RecentSignInPolicy;
import io.quarkiverse.usersession.runtime.signin.RecentSignIns;
import io.quarkiverse.usersession.runtime.signin.RouteChallenge;
import io.quarkiverse.usersession.runtime.signin.SessionAuthenticationMechanism;
import io.quarkiverse.usersession.runtime.store.SignInBook;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets sessions authenticate users. This is a separate recorder, so that nothing refers to quarkus-security in an application
 * without it: native images are linked when they are built.
 */
@Recorder
public class SignInRecorder {

    private final RuntimeValue<UserSessionConfig> config;

    public SignInRecorder(RuntimeValue<UserSessionConfig> config) {
        this.config = config;
    }

    /** @throws io.quarkus.runtime.configuration.ConfigurationException if a setting can't be used */
    public Supplier<SessionAuthenticationMechanism> mechanism(RuntimeValue<Sessions> sessions,
            RuntimeValue<Optional<SignInBook>> book) {
        String loginPage = SignInSettings.loginPage(config.getValue()).orElse(null);
        boolean acceptWithoutStore = SignInSettings.acceptsWithoutStore(config.getValue());
        return new Supplier<>() {

            @Override
            public SessionAuthenticationMechanism get() {
                Instance<SignInValidator> validators = Arc.container().select(SignInValidator.class);
                return new SessionAuthenticationMechanism(sessions.getValue(), UserSessionConfig.DEFAULT_SESSION,
                        book.getValue().orElse(null), acceptWithoutStore, validators.isUnsatisfied() ? null : validators.get(),
                        loginPage);
            }
        };
    }

    /** Handles requests of routes whose user was refused. */
    public Handler<RoutingContext> routeChallenge() {
        return new RouteChallenge();
    }

    /** The check for {@code @RecentSignIn}. */
    public Supplier<RecentSignIns> recentSignIns(RuntimeValue<Sessions> sessions) {
        return new Supplier<>() {

            @Override
            public RecentSignIns get() {
                return new RecentSignIns(sessions.getValue(), UserSessionConfig.DEFAULT_SESSION,
                        Arc.container().select(SessionAuthenticationMechanism.class).get());
            }
        };
    }

    /** @throws io.quarkus.runtime.configuration.ConfigurationException if the setting can't be used */
    public Supplier<RecentSignInPolicy> recentSignInPolicy() {
        Duration within = SignInSettings.recentWithin(config.getValue());
        return new Supplier<>() {

            @Override
            public RecentSignInPolicy get() {
                return new RecentSignInPolicy(Arc.container().select(RecentSignIns.class).get(), within);
            }
        };
    }
}
