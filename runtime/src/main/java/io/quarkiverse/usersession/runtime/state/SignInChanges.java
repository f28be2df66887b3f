package io.quarkiverse.usersession.runtime.state;

import java.util.Set;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.format.EntryKey;

/**
 * Signs users in to a session and out of it, and tells the registry, without holding the lock of the session.
 */
record SignInChanges(SessionDefinition definition, SessionState session) {

    private static final Logger LOG = Logger.getLogger(SignInChanges.class);

    void signIn(String principal, Set<String> roles, RequestView request) {
        definition.signIn().require(definition.name());
        SignedIn signedIn = new SignedIn(definition.format().newId().toString(), principal, roles, definition.millis());
        Object entry = definition.values().snapshot(EntryKey.SIGN_IN, signedIn.toEntry(), null);
        SignedIn former = session.changeSignIn("sign in", changing -> changing.signIn(principal, entry));
        SignInRegistry registry = definition.registry();
        if (registry == null) {
            return;
        }
        registry.begin(signedIn, request.userAgent());
        if (former != null && former.principal().equals(principal)) {
            registry.replace(former);
        } else if (former != null) {
            registry.end(former);
        }
    }

    static void bind(SessionDefinition definition, SessionDraft draft) {
        if (!draft.bind()) {
            definition.size().warnOfUnbound();
        }
    }

    /** @param unconfirmed whether changes are lost because the sign-in has not been confirmed */
    static void warnOfLoss(SessionDefinition definition, SessionDraft draft, RequestView request, boolean unconfirmed) {
        if (!draft.hasChanges()) {
            return;
        }
        if (unconfirmed) {
            LOG.warnf(
                    "Session '%s': changes made by %s were lost, because it was not certain that the sign-in is this browser's."
                            + " Its next request may settle that; until then only a new sign-in or a sign-out is kept",
                    definition.name(),
                    request.path());
            return;
        }
        LOG.warnf("Session '%s': changes made by %s were lost, because the sign-in was ended in the meantime. Changes after the"
                + " end of a sign-in are kept only if the user signs in again", definition.name(), request.path());
    }

    /** Continues with a new and empty session if the sign-in of this one has ended. */
    static void abandonEnded(SessionDefinition definition, SessionDraft draft, RequestView request) {
        if (draft.signIn().isEnded()) {
            warnOfLoss(definition, draft, request, false);
            draft.abandon();
        }
    }

    void destroy() {
        if (definition.registry() == null) {
            session.change("destroy the session", null, SessionDraft::destroy);
            return;
        }
        SignedIn former = session.changeSignIn("destroy the session", SessionDraft::destroy);
        if (former != null) {
            definition.registry().end(former);
        }
    }
}
