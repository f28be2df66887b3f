package io.quarkiverse.usersession.runtime.origin;

import java.util.List;
import java.util.Set;

/**
 * What counts as the same origin, and what becomes of the others.
 *
 * @param trusted origins as browsers write them
 * @param readsForwardedHost whether Quarkus takes the host from what a proxy forwards
 */
public record OriginRules(CrossOrigin mode, Set<String> trusted, AllowedPaths allowedPaths, boolean readsForwardedHost) {

    /** The same, for endpoints of the extension itself that other origins may ask. */
    public OriginRules alsoAllowing(List<String> paths) {
        return new OriginRules(mode, trusted, allowedPaths.and(paths), readsForwardedHost);
    }

    boolean accept(RequestOrigin request) {
        return request.isOwn() || request.hasOrigin() && trusted.contains(request.origin())
                || allowedPaths.have(request.path());
    }
}
