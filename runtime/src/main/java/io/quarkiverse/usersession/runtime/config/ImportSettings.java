package io.quarkiverse.usersession.runtime.config;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.config.ImportConfig.Format;
import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.foreign.ForeignFormat;
import io.quarkiverse.usersession.runtime.foreign.Importer;
import io.quarkiverse.usersession.runtime.foreign.RemixFormat;
import io.quarkiverse.usersession.runtime.secret.SecretRules;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Creates the importer of a session from its configuration, or says what is wrong with the configuration.
 */
public final class ImportSettings {

    private static final Logger LOG = Logger.getLogger(ImportSettings.class);

    private static final String DEFAULT_PATH = "/";

    private final ConfigKeys keys;
    private final ImportConfig own;
    private final EffectiveConfig settings;

    private ImportSettings(ConfigKeys keys, EffectiveConfig settings) {
        this.keys = keys;
        this.own = settings.own().importing();
        this.settings = settings;
    }

    /**
     * The importer of a session; empty if nothing is imported.
     *
     * @param session the name of the session; {@link UserSessionConfig#DEFAULT_SESSION} for the default session
     * @param cookie the session's own cookie
     * @param now decides whether the import is over
     * @throws ConfigurationException if a setting can't be used; the message names its key and the fix
     */
    public static Optional<Importer> of(UserSessionConfig config, String session, CookieAttributes cookie, Instant now) {
        return new ImportSettings(ConfigKeys.of(session), EffectiveConfig.of(config, session)).importer(cookie, now);
    }

    private Optional<Importer> importer(CookieAttributes cookie, Instant now) {
        if (own.format().isEmpty()) {
            if (own.secrets().isPresent()) {
                throw new ConfigurationException(key("secrets") + " is set without " + key("format")
                        + ": set the format to remix or gorilla, or remove the secrets");
            }
            return Optional.empty();
        }
        LocalDate until = get(ImportConfig::until).orElseThrow(() -> new ConfigurationException(key("until")
                + " is missing: set it to the last day on which cookies are imported, such as 2027-03-31"));
        CookieAttributes foreign = CookieRules.checkForeign(keys, new CookieAttributes(
                own.cookieName().orElse(cookie.name()), own.cookiePath().orElse(DEFAULT_PATH), own.cookieDomain().orElse(null),
                cookie.sameSite(), cookie.httpOnly(), cookie.secure(), false));
        boolean over = now.atOffset(ZoneOffset.UTC).toLocalDate().isAfter(until);
        List<String> secrets = secrets();
        Importer importer = new Importer(foreign, format(own.format().get(), foreign.name(), secrets),
                NewKeys.of(settings, keys),
                until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond());
        if (!over) {
            warnOfWeak(secrets, until);
        } else {
            LOG.warnf("Session cookies are no longer imported because %s=%s has passed: remove %s* from the configuration",
                    key("until"), until, key(""));
        }
        return Optional.of(importer);
    }

    private List<String> secrets() {
        return get(ImportConfig::secrets).filter(list -> !list.isEmpty())
                .map(list -> SecretSpelling.list(key("secrets"), list))
                .orElseThrow(() -> new ConfigurationException(key("secrets")
                        + " is missing: set it to the secrets with which the other system signs its cookies"));
    }

    private void warnOfWeak(List<String> secrets, LocalDate until) {
        boolean gorilla = own.format().get() == Format.GORILLA;
        if (secrets.stream().map(secret -> gorilla ? ImportKeys.encoded(secret) : secret)
                .anyMatch(secret -> SecretRules.weakness(secret).isPresent())) {
            LOG.warnf("A secret of %s is weak: whoever guesses it can forge sessions until %s=%s. Choose an early date",
                    key("secrets"), key("until"), until);
        }
    }

    private ForeignFormat format(Format format, String foreignName, List<String> secrets) {
        if (format == Format.REMIX) {
            refuseForRemix("block-keys", own.blockKeys(), "because Remix does not encrypt its cookies");
            refuseForRemix("max-age", own.maxAge(), "because Remix cookies don't tell how old they are");
            refuseForRemix("serializer", own.serializer(), "because Remix writes only JSON");
            return new RemixFormat(secrets);
        }
        return new GorillaSettings(keys, settings).format(foreignName, secrets);
    }

    private void refuseForRemix(String setting, Optional<?> value, String reason) {
        if (value.isPresent()) {
            throw new ConfigurationException(key(setting) + " is only for gorilla, " + reason + ": remove it");
        }
    }

    private <T> Optional<T> get(Function<ImportConfig, Optional<T>> setting) {
        return settings.get(config -> setting.apply(config.importing()));
    }

    private String key(String setting) {
        return keys.key("import." + setting);
    }
}
