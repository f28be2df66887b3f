package io.quarkiverse.usersession.runtime.cookie;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.format.CookieOutcome;

/**
 * Decides which cookies of one name are opened, as a request may bring more than a thousand of them. Those that are refused by
 * their looks cost next to nothing. Of the others only the first few are tried: each costs a decryption, or a signature.
 */
final class Tries {

    private static final Logger LOG = Logger.getLogger(Tries.class);

    /** How many cookies of a name are opened for one request. */
    static final int MOST = 8;

    private int tried;
    private int refused;
    private int untried;

    /**
     * Whether the next cookie is to be opened.
     *
     * @param refusal why its looks refuse it, or null
     */
    boolean take(CookieOutcome refusal) {
        if (refusal != null) {
            refused++;
            return false;
        }
        if (tried == MOST) {
            untried++;
            return false;
        }
        tried++;
        return true;
    }

    boolean wereTooFew() {
        return untried > 0;
    }

    /** One line, however many cookies there are. */
    void log(String cookieName) {
        if (tried + refused + untried > 1 && LOG.isDebugEnabled()) {
            LOG.debugf("Cookie '%s': of several in the request %d were tried, %d were refused by their looks, and %d were left"
                    + " out because only %d are tried", cookieName, tried, refused, untried, MOST);
        }
    }
}
