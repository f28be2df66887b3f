package io.quarkiverse.usersession.runtime.cookie;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.quarkiverse.usersession.runtime.format.CookieScope;

/**
 * The former scopes that a cookie sent with a request may have. A browser sends a cookie only if its domain is the request's
 * host or a parent of that host, and its path is a prefix of the request's path (RFC 6265 §5.4).
 */
final class CandidateScopes {

    private static final int MAX_PARENTS = 5;
    private static final int MAX_PREFIXES = 16;
    private static final int MAX_PATH = 1024; // RFC 6265bis §5.6, step 6: longer ones are ignored

    // no IP address, whose last label is a number, as that of a name never is (WHATWG URL §3.6); no port
    private static final Pattern NAME = Pattern.compile("([a-z0-9-]{1,63}\\.)*(?![0-9]+$)[a-z0-9-]{1,63}");
    private static final int MAX_NAME = 253;

    private CandidateScopes() {
    }

    /**
     * The likeliest scopes first: those that differ from the current scope in the fewest settings, because people seldom change
     * all at once.
     */
    static List<CookieScope> of(CookieAttributes cookie, String host, String path) {
        CookieScope present = cookie.scope();
        List<CookieScope> candidates = new ArrayList<>();
        for (String domain : domains(cookie, host)) {
            for (String prefix : paths(cookie, path)) {
                candidates.add(new CookieScope(domain, prefix, present.partitioned()));
                candidates.add(new CookieScope(domain, prefix, !present.partitioned()));
            }
        }
        candidates.removeIf(candidate -> differences(candidate, present) == 0);
        candidates.sort(Comparator.comparingInt(candidate -> differences(candidate, present)));
        return candidates;
    }

    private static int differences(CookieScope one, CookieScope other) {
        boolean sameDomain = one.domain() == null ? other.domain() == null : one.domain().equalsIgnoreCase(other.domain());
        return (sameDomain ? 0 : 1) + (one.path().equals(other.path()) ? 0 : 1)
                + (one.partitioned() == other.partitioned() ? 0 : 1);
    }

    /** No domain, the host, and its parents except the last label alone, such as {@code org}, which browsers refuse. */
    private static List<String> domains(CookieAttributes cookie, String host) {
        List<String> domains = new ArrayList<>();
        domains.add(null);
        String domain = host == null || cookie.hasHostPrefix() ? "" : host.toLowerCase(Locale.ROOT);
        if (domain.length() > MAX_NAME || !NAME.matcher(domain).matches()) {
            return domains;
        }
        domains.add(domain);
        int dot = domain.indexOf('.');
        while (dot >= 0 && domain.indexOf('.', dot + 1) > 0 && domains.size() < 2 + MAX_PARENTS) {
            domain = domain.substring(dot + 1);
            domains.add(domain);
            dot = domain.indexOf('.');
        }
        return domains;
    }

    /** The root, the configured path, and each prefix of the request's path, with and without its trailing slash. */
    private static Set<String> paths(CookieAttributes cookie, String path) {
        Set<String> paths = new LinkedHashSet<>();
        paths.add("/");
        if (cookie.hasHostPrefix()) {
            return paths;
        }
        paths.add(cookie.path());
        int most = paths.size() + MAX_PREFIXES;
        int settable = endOfSettable(path);
        for (int end = 1; end <= settable && paths.size() < most; end++) {
            boolean slash = end < path.length() && path.charAt(end) == '/';
            if (slash || end == path.length()) {
                paths.add(path.substring(0, end));
            }
            if (slash && end < settable && paths.size() < most) {
                paths.add(path.substring(0, end + 1));
            }
        }
        return paths;
    }

    /** The index of the first character that no configured path can have. After a semicolon, a link could add an attribute. */
    private static int endOfSettable(String path) {
        int end = path.startsWith("/") ? Math.min(path.length(), MAX_PATH) : 0;
        for (int i = 0; i < end; i++) {
            char character = path.charAt(i);
            if (character <= ' ' || character >= 0x7f || character == ';') {
                return i;
            }
        }
        return end;
    }
}
