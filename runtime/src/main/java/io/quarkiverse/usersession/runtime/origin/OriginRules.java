package io.quarkiverse.usersession.runtime.origin;

import java.util.Set;

/**
 * Defines which origins are trusted, and what happens to requests from others.
 *
 * @param trusted origins as browsers write them
 */
public record OriginRules(CrossOrigin mode, Set<String> trusted, AllowedPaths allowedPaths, ForwardedHost forwardedHost) {

    boolean accept(RequestOrigin request) {
        return request.isOwn() || request.hasOrigin() && trusted.contains(request.origin())
                || allowedPaths.have(request.path());
    }
}
