package io.quarkiverse.usersession.runtime;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.config.ConfigKeys;
import io.quarkiverse.usersession.runtime.config.EnvironmentForm;
import io.quarkiverse.usersession.runtime.config.ImportSettings;
import io.quarkiverse.usersession.runtime.config.SecretExpressions;
import io.quarkiverse.usersession.runtime.config.SessionSecrets;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.foreign.Importer;
import io.quarkiverse.usersession.runtime.format.WantedFormat;
import io.quarkiverse.usersession.runtime.http.DeviceBinding;
import io.quarkiverse.usersession.runtime.http.ResponseCommit;
import io.quarkiverse.usersession.runtime.http.SecureDetection;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.origin.CrossOriginGuard;
import io.quarkiverse.usersession.runtime.origin.GuardedCookie;
import io.quarkiverse.usersession.runtime.origin.OriginRules;
import io.quarkiverse.usersession.runtime.state.ReferencedValues;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SignInRegistry;
import io.quarkiverse.usersession.runtime.state.SignInSupport;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;

/**
 * Creates the sessions of the application from its configuration.
 */
public final class ConfiguredSessions {

    private static final Logger LOG = Logger.getLogger(ConfiguredSessions.class);

    private static final Set<String> RESERVED_NAMES = Set.of("cookie", "cross-origin", "import", "sign-in", "stored-values");

    private final UserSessionConfig config;
    private final boolean production;
    private final SessionSecrets secrets;
    private final TypedValues typed;
    private final boolean signIn;
    private final SignInRegistry registry; // null if sign-ins are remembered nowhere but in cookies
    private final OriginRules origins;
    private final DeviceBinding.Maker binding; // null if sign-ins are not bound to browsers
    private final ReferencedValues referenced; // null if no session has large values
    private final ApplicationClock clock = new ApplicationClock();
    private final Randomness random = new SecureRandom()::nextBytes;

    private final Map<String, ResponseCommit> commits = new LinkedHashMap<>();
    private final CookieNames cookieNames = new CookieNames();
    private final List<GuardedCookie> guarded = new ArrayList<>();

    ConfiguredSessions(UserSessionConfig config, boolean production, boolean remoteDevelopment, TypedValues typed,
            boolean signIn, SignInRegistry registry, OriginRules origins,
            DeviceBinding.Maker binding, ReferencedValues referenced) {
        this.referenced = referenced;
        this.origins = origins;
        this.binding = binding;
        this.registry = registry;
        this.typed = typed;
        this.signIn = signIn;
        this.config = config;
        this.production = production;
        this.secrets = new SessionSecrets(config, production || remoteDevelopment);
    }

    /**
     * @param names the names of the named sessions that the application injects
     * @throws ConfigurationException if a setting can't be used
     */
    Sessions sessions(Set<String> names) {
        Set<String> configured = namesInConfiguration();
        Set<String> all = new TreeSet<>(names);
        all.addAll(configured);
        SecretExpressions.check(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class), all);
        add(UserSessionConfig.DEFAULT_SESSION, signIn ? SignInSupport.ON : SignInSupport.OFF);
        for (String name : new TreeSet<>(names)) {
            add(name, SignInSupport.NAMED);
        }
        configured.removeAll(names);
        configured.removeIf(ConfiguredSessions::isReserved);
        configured.forEach(UnusedSessions::warn);
        return new Sessions(commits, new CrossOriginGuard(origins, guarded));
    }

    /**
     * Whether no named session can have this name, because its keys would be settings of the default session, such as {@code
     * import.max-age}. Environment variables tell neither case nor punctuation.
     */
    public static boolean isReserved(String name) {
        String form = EnvironmentForm.of(name);
        return RESERVED_NAMES.stream().anyMatch(reserved -> EnvironmentForm.of(reserved).equals(form));
    }

    private Set<String> namesInConfiguration() {
        Set<String> names = new TreeSet<>(config.sessions().keySet());
        names.remove(UserSessionConfig.UNNAMED_KEY);
        return names;
    }

    private void add(String name, SignInSupport signIn) {
        SessionSettings settings = SessionSettings.of(config, name);
        KeyRing keys = secrets.keys(name);
        Importer importer = ImportSettings.of(config, name, settings.cookie(), Instant.now()).orElse(null);
        cookieNames.claim(settings.cookie().name(), name, "cookie.name");
        guard(settings.cookie().name(), name, settings);
        if (importer != null) {
            cookieNames.claim(importer.cookie().name(), name, "import.cookie-name");
            guard(importer.cookie().name(), name, settings);
        }
        SessionDefinition definition = SessionDefinition.of(name, settings.cookie(), settings.lifetimes(), keys, importer,
                clock, random, typed).with(signIn).with(signIn == SignInSupport.ON ? registry : null).referringTo(referenced);
        SecureDetection secure = new SecureDetection(name, settings.cookie(), ConfigKeys.of(name).key("cookie.secure"),
                production);
        commits.put(name, new ResponseCommit(definition, settings.cookie(), settings.cacheHeaders(), secure,
                importer == null ? null : importer.cookie(),
                signIn == SignInSupport.ON ? wantedFormat(name, settings, keys) : null,
                signIn == SignInSupport.ON && binding != null ? bindingOf(name, definition, settings, keys, secure) : null));
        log(name, new SessionSummary(settings, signIn, registry != null, origins.mode()));
    }

    private static void log(String name, SessionSummary summary) {
        LOG.infof("Session '%s': %s; cookie %s; sign-ins %s; requests of other origins: %s", name, summary.lifetimes(),
                summary.cookie(), summary.signIns(), summary.guard());
    }

    private DeviceBinding bindingOf(String name, SessionDefinition definition, SessionSettings settings, KeyRing keys,
            SecureDetection secure) {
        cookieNames.claim(settings.cookie().proofName(), name, "cookie.name");
        return binding.make(definition, settings.cookie(), keys, random, secure);
    }

    /** Guards the cookie of another system too, because it becomes a session. Of its attributes, only the name is known. */
    private void guard(String cookieName, String session, SessionSettings settings) {
        guarded.add(new GuardedCookie(session, cookieName, settings.cookie().sameSite() == SameSite.NONE));
    }

    private WantedFormat wantedFormat(String name, SessionSettings settings, KeyRing keys) {
        String wantedName = settings.cookie().wantedName();
        cookieNames.claim(wantedName, name, "cookie.name");
        return new WantedFormat(wantedName, keys, random);
    }
}
