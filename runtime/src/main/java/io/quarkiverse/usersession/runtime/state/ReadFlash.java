package io.quarkiverse.usersession.runtime.state;

/** The flash values that a request has read, for as long as the session would have them if it had not. */
public final class ReadFlash {

    private ReadFlash() {
    }

    /** @return null if none has been read under that key, or if it was removed since then, such as by a sign-out */
    public static Object of(SessionState session, String key) {
        synchronized (session) {
            return session.draft().values().readFlash(key);
        }
    }
}
