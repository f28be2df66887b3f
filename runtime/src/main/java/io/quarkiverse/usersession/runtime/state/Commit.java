package io.quarkiverse.usersession.runtime.state;

import java.util.Locale;

import io.quarkiverse.usersession.runtime.format.FormerCookies;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.format.SessionContent;

/**
 * What a response has to do about the session.
 *
 * @param content the content of the cookie; null with {@link Kind#NONE} and {@link Kind#EXPIRE}
 * @param maxAge the lifetime of the cookie in seconds; zero with {@link Kind#NONE} and {@link Kind#EXPIRE}
 * @param lost whether changes are lost, because the application wrote the cookie itself, without them
 * @param endsImport whether to remove a cookie of another system, because its session was imported or destroyed
 * @param former cookies with former scopes to remove, because the session now has a cookie with the current scope or none; null
 *        if there are none
 */
public record Commit(Kind kind, SessionContent content, long maxAge, boolean lost, boolean endsImport,
        FormerCookies former) {

    /** Nothing at all: nobody has used the session. */
    public static final Commit UNUSED = new Commit(Kind.NONE, null, 0, false, false, null);

    /** Nothing, because the browser already has the session as it should be. */
    static final Commit NOTHING = new Commit(Kind.NONE, null, 0, false, false, null);

    /** Nothing, because the response is late. The next request does it. */
    static final Commit LATE = new Commit(Kind.NONE, null, 0, false, false, null);

    /** Nothing, because the session has expired before a late response. An instruction to remove it could hit a newer one. */
    static final Commit OVER = new Commit(Kind.NONE, null, 0, false, false, null);

    public enum Kind {
        /** No cookie. */
        NONE,
        /** A cookie with changed content. */
        SET,
        /** A cookie with the same content and a fresh lifetime. */
        RENEW,
        /** A cookie with the same content, sealed with the current secret instead of an accepted one. */
        RE_SEAL,
        /**
         * A cookie with the same content, for the domain, path and partition of the present settings instead of former ones.
         */
        RE_SCOPE,
        /** A cookie that now says that its sign-in is bound to the browser. */
        BIND,
        /** An instruction for the browser to remove its cookie. */
        EXPIRE;

        /**
         * Why a cookie is to be replaced by one with the same content.
         *
         * @param renewal whether its session is due for a renewal
         * @return null if it is not to be replaced
         */
        static Kind refreshing(OpenedCookie cookie, boolean renewal) {
            if (renewal) {
                return RENEW;
            }
            if (!cookie.currentKey()) {
                return RE_SEAL;
            }
            return cookie.isFormer() ? RE_SCOPE : null;
        }

        private final String text = name().toLowerCase(Locale.ROOT);

        /** The word for it in logs and metrics, in snake case. */
        @Override
        public String toString() {
            return text;
        }
    }
}
