package io.quarkiverse.usersession.runtime.dev;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import io.quarkiverse.usersession.runtime.config.EffectiveConfig;
import io.quarkiverse.usersession.runtime.config.ImportConfig;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;

/**
 * The system whose session cookies are imported, and until when.
 *
 * @param until the last day, in UTC
 */
record ImportView(String format, String cookieName, String until) {

    /** Empty if nothing is imported to that session. */
    static Optional<ImportView> of(String name, String sessionCookieName, UserSessionConfig config) {
        EffectiveConfig settings = EffectiveConfig.of(config, name);
        ImportConfig own = settings.own().importing();
        if (own.format().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ImportView(own.format().get().name().toLowerCase(Locale.ROOT),
                own.cookieName().orElse(sessionCookieName),
                settings.get(session -> session.importing().until()).map(LocalDate::toString).orElse("")));
    }
}
