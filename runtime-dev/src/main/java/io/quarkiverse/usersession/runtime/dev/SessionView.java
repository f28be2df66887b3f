package io.quarkiverse.usersession.runtime.dev;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.quarkiverse.usersession.runtime.config.SecretTexts;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.state.Lifetimes;

/**
 * A session with its effective settings, in the words of the configuration.
 *
 * @param domain null for a cookie of this host only
 * @param renewAfter null if it is off
 * @param absoluteTimeout null if it is off
 * @param signIn whether users can sign in to it
 * @param loginPage null if there is none
 * @param importing null if nothing is imported
 */
record SessionView(String name, String cookieName, String path, String domain, String sameSite, boolean httpOnly,
        String secure, boolean partitioned, String maxAge, String renewAfter, String absoluteTimeout, boolean cacheHeaders,
        boolean signIn, String loginPage, ImportView importing, List<SecretView> secrets) {

    static SessionView of(String name, UserSessionConfig config, boolean signIn,
            DevelopmentSecretCheck developmentSecret) {
        SessionSettings settings = SessionSettings.of(config, name);
        SecretTexts secrets = SecretTexts.of(config, name);
        CookieAttributes cookie = settings.cookie();
        Lifetimes lifetimes = settings.lifetimes();
        return new SessionView(name, cookie.name(), cookie.path(), cookie.domain(),
                cookie.sameSite().name().toLowerCase(Locale.ROOT), cookie.httpOnly(),
                cookie.secure().name().toLowerCase(Locale.ROOT), cookie.partitioned(),
                DurationText.of(lifetimes.maxAge()), DurationText.orNull(lifetimes.renewAfter()),
                DurationText.orNull(lifetimes.absoluteTimeout()), settings.cacheHeaders(),
                signIn, signIn ? config.signIn().loginPage().orElse(null) : null,
                ImportView.of(name, cookie.name(), config).orElse(null), views(secrets, developmentSecret));
    }

    private static List<SecretView> views(SecretTexts secrets, DevelopmentSecretCheck developmentSecret) {
        List<SecretView> views = new ArrayList<>();
        String current = secrets.secret().orElseThrow(); // the application would not have started without
        views.add(SecretView.of(current, true, developmentSecret));
        Set<String> accepted = new LinkedHashSet<>(secrets.accepted());
        accepted.remove(current);
        accepted.forEach(secret -> views.add(SecretView.of(secret, false, developmentSecret)));
        return List.copyOf(views);
    }
}
