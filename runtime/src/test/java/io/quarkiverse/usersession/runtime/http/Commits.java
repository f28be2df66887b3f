package io.quarkiverse.usersession.runtime.http;

import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.foreign.Importer;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;

/** What commits the sessions of a test. */
final class Commits {

    private Commits() {
    }

    /** @param importer null if nothing is imported */
    static ResponseCommit of(SessionDefinition definition, SessionSettings settings, Importer importer, boolean production) {
        SecureDetection secure = new SecureDetection(definition.name(), settings.cookie(), "quarkus.user-session.cookie.secure",
                production);
        return new ResponseCommit(definition, settings.cookie(), settings.cacheHeaders(), secure,
                importer == null ? null : importer.cookie(), null);
    }
}
