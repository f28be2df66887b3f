package io.quarkiverse.usersession.runtime;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.config.EnvironmentForm;
import io.quarkiverse.usersession.runtime.config.ImportSettings;
import io.quarkiverse.usersession.runtime.config.SecretExpressions;
import io.quarkiverse.usersession.runtime.config.SessionSecrets;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.cookie.Importer;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.format.WantedFormat;
import io.quarkiverse.usersession.runtime.http.SessionCookie;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SignInSupport;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;

/**
 * Makes the sessions of the application from its configuration.
 */
public final class ConfiguredSessions {

    private static final Logger LOG = Logger.getLogger(ConfiguredSessions.class);

    /** No session can have these names: their keys would be those of the unnamed session, such as {@code import.max-age}. */
    public static final Set<String> RESERVED_NAMES = Set.of("cookie", "import", "sign-in");

    private final UserSessionConfig config;
    private final boolean production;
    private final SessionSecrets secrets;
    private final TypedValues typed;
    private final boolean signIn;
    private final ApplicationClock clock = new ApplicationClock();
    private final Randomness random = new SecureRandom()::nextBytes;

    private final Map<String, SessionCookie> cookies = new LinkedHashMap<>();
    private final Map<String, String> nameByCookieName = new LinkedHashMap<>();

    ConfiguredSessions(UserSessionConfig config, boolean production, boolean remoteDevelopment, TypedValues typed,
            boolean signIn) {
        this.typed = typed;
        this.signIn = signIn;
        this.config = config;
        this.production = production;
        this.secrets = new SessionSecrets(config, production || remoteDevelopment);
    }

    /**
     * @param unnamed the name that stands for the unnamed session
     * @param names those of the sessions that the application injects
     * @throws ConfigurationException if a setting can't be used
     */
    Sessions sessions(String unnamed, Set<String> names) {
        Set<String> all = new TreeSet<>(names);
        all.addAll(config.named().keySet());
        SecretExpressions.check(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class), all);
        SessionSettings settings = SessionSettings.of(config);
        add(unnamed, settings, secrets.keys(), ImportSettings.of(config, settings.cookie(), Instant.now()),
                signIn ? SignInSupport.ON : SignInSupport.OFF);
        for (String name : new TreeSet<>(names)) {
            SessionSettings own = SessionSettings.of(config, name);
            add(name, own, secrets.keys(name), ImportSettings.of(config, name, own.cookie(), Instant.now()),
                    SignInSupport.NAMED);
        }
        warnOfUnusedSessions(names);
        return new Sessions(cookies);
    }

    private void add(String name, SessionSettings settings, KeyRing keys, Optional<Importer> importer,
            SignInSupport signIn) {
        claim(settings.cookie().name(), name, "cookie.name");
        importer.ifPresent(foreign -> claim(foreign.cookie().name(), name, "import.cookie-name"));
        SessionDefinition definition = SessionDefinition.of(settings, keys, importer.orElse(null), clock, random,
                typed).with(signIn);
        WantedFormat wantedFormat = null;
        if (signIn == SignInSupport.ON) {
            String wantedName = settings.cookie().wantedName();
            claim(wantedName, name, "cookie.name");
            wantedFormat = new WantedFormat(wantedName, keys, random);
        }
        cookies.put(name, new SessionCookie(definition, settings, importer.orElse(null), production, wantedFormat));
    }

    /** No two sessions may read or expire one cookie, be it theirs or one that they import. */
    private void claim(String cookieName, String name, String setting) {
        String other = nameByCookieName.putIfAbsent(cookieName, name);
        if (other != null && !other.equals(name)) {
            throw new ConfigurationException("Two sessions use the cookie name " + cookieName + ", " + shown(other) + " and "
                    + shown(name) + ": set " + key(name, setting) + " to another one");
        }
    }

    private static String key(String name, String setting) {
        return UserSessionConfig.PREFIX + (name.isEmpty() ? "." : ".\"" + name + "\".") + setting;
    }

    private void warnOfUnusedSessions(Set<String> names) {
        for (String configured : config.named().keySet()) {
            if (!names.contains(configured) && !RESERVED_NAMES.contains(configured)) {
                warnOfUnusedSession(configured);
            }
        }
    }

    private static void warnOfUnusedSession(String name) {
        String variable = EnvironmentForm.variableOf(name, System.getenv().keySet());
        if (variable == null) {
            LOG.warnf("%s.\"%s\" configures a session that nothing injects: inject it with @SessionName(\"%s\"), or take its"
                    + " configuration out", UserSessionConfig.PREFIX, name, name);
        } else {
            // which has no dashes, and SmallRye Config makes dots of its underscores
            LOG.warnf("The environment variable %s configures a session that nothing injects: inject it, for example with"
                    + " @SessionName(\"%s\"), or unset the variable", variable, name.replace('.', '-'));
        }
    }

    private static String shown(String name) {
        return name.isEmpty() ? "the unnamed one" : "\"" + name + "\"";
    }
}
