package io.quarkiverse.usersession.runtime.cookie;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.format.CookieOutcome;

/**
 * Decides which cookies of one name are opened, as a request may bring more than a thousand of them. Those that are refused by
 * their looks cost next to nothing. Of the others only the first few are tried: each costs a decryption, or a signature.
 */
public final class Tries {

    private static final Logger LOG = Logger.getLogger(Tries.class);

    /** How many cookies of a name are opened for one request. */
    public static final int MOST = 8;

    private int tried;
    private int refused;
    private boolean tooFew;

    /**
     * Whether the next cookie is to be opened.
     *
     * @param refusal why its looks refuse it, or null
     */
    public boolean take(CookieOutcome refusal) {
        if (refusal != null) {
            refused++;
            return false;
        }
        if (tried == MOST) {
            tooFew = true;
            return false;
        }
        tried++;
        return true;
    }

    /** Whether a cookie could not be opened because too many were before: the others need not be looked at. */
    public boolean wereTooFew() {
        return tooFew;
    }

    /** One line, however many cookies there are. */
    public void log(String cookieName) {
        if ((tried + refused > 1 || tooFew) && LOG.isDebugEnabled()) {
            LOG.debugf("Cookie '%s': of several in the request, %d were tried and %d were refused by their looks%s", cookieName,
                    tried,
                    refused, tooFew ? "; the others were not tried" : "");
        }
    }
}
