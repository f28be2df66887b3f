package io.quarkiverse.usersession.runtime.state;

import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;

/** What is known about the sign-in of a session while a request works on it. */
final class DraftSignIn {

    private final SessionDefinition definition;
    private final OpenedCookie cookie;
    private final DraftEntries entries;

    DraftSignIn(SessionDefinition definition, OpenedCookie cookie, DraftEntries entries) {
        this.definition = definition;
        this.cookie = cookie;
        this.entries = entries;
    }

    /** Whether this replica knows that the sign-in has ended. */
    boolean isEnded() {
        SignedIn signedIn = definition.registry() == null ? null : entries.signedIn();
        return signedIn != null && definition.registry().isEnded(signedIn);
    }

    /** @return null unless somebody has signed in since the cookie was opened */
    SignedIn begun() {
        SignedIn brought = cookie.isValid() ? SignedIn.of(cookie.content().entries().get(EntryKey.SIGN_IN)) : null;
        SignedIn signedIn = entries.signedIn();
        return signedIn == null || brought != null && brought.id().equals(signedIn.id()) ? null : signedIn;
    }

    /** Whether the cookie has room to say that the sign-in is bound. */
    boolean canBeBound() {
        return entries.hasRoom(EntryKey.SIGN_IN, entries.signedIn().bind().toEntry());
    }

    /** @return false if the cookie has no room to say so */
    boolean bind() {
        return entries.note(EntryKey.SIGN_IN, entries.signedIn().bind().toEntry());
    }
}
