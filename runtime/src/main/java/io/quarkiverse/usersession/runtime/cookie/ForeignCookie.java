package io.quarkiverse.usersession.runtime.cookie;

import java.util.ArrayList;
import java.util.List;

/**
 * How another system's cookie is expired, once its session is ours or has ended. What attributes it was set with is not known,
 * so it is done in each form that it may have had and that a browser accepts from this response.
 * <p>
 * Browsers take cookies for the same if name, domain, path and partition are (RFC 6265bis §5.7, CHIPS). {@code Secure} and
 * {@code SameSite} only decide whether they accept one: a partitioned cookie, or one with the prefix {@code __Host-} or
 * {@code __Secure-}, needs {@code Secure}, and a frame of another site takes none but {@code SameSite=None}.
 */
public final class ForeignCookie {

    private final List<String> expiries;
    private final List<String> secureExpiries;

    private ForeignCookie(List<String> expiries, List<String> secureExpiries) {
        this.expiries = List.copyOf(expiries);
        this.secureExpiries = List.copyOf(secureExpiries);
    }

    /**
     * @param foreign the name, path and domain of the other system's cookie
     * @param own the session's own cookie, which must not be expired right after it has been set
     */
    public static ForeignCookie of(CookieAttributes foreign, CookieAttributes own) {
        CookieAttributes unpartitioned = foreign.with(own.sameSite(), false);
        List<String> expiries = new ArrayList<>();
        List<String> secureExpiries = new ArrayList<>();
        if (!unpartitioned.isReplacedBy(own)) {
            expiries.add(new SetCookie(unpartitioned).expire(unpartitioned.needsSecure()));
            secureExpiries.add(new SetCookie(unpartitioned.with(SameSite.NONE, false)).expire(true));
        }
        CookieAttributes partitioned = foreign.with(SameSite.NONE, true);
        if (!partitioned.isReplacedBy(own)) {
            secureExpiries.add(new SetCookie(partitioned).expire(true));
        }
        return new ForeignCookie(expiries, secureExpiries);
    }

    /**
     * The {@code Set-Cookie} header values that expire it. They must come before one that sets our own cookie: a browser that
     * does not know {@code Partitioned} ignores it, and takes the two cookies for one if the rest is the same.
     *
     * @param secure whether the browser speaks HTTPS, as far as is known
     */
    public List<String> expiries(boolean secure) {
        return secure ? secureExpiries : expiries;
    }
}
