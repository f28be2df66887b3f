package io.quarkiverse.usersession.runtime.origin;

import java.util.List;

/**
 * The paths to which requests from all origins may be sent: single paths, and all paths below one if it ends with {@code /*}.
 */
public final class AllowedPaths {

    public static final AllowedPaths NONE = new AllowedPaths(List.of());

    private static final String ALL_BELOW = "/*";
    private static final String DOUBTFUL = "%;\\"; // a servlet or endpoint may read more into these than the router

    private final List<String> paths;

    public AllowedPaths(List<String> paths) {
        this.paths = List.copyOf(paths);
    }

    /** @param path without dot segments */
    boolean have(String path) {
        for (String each : paths) {
            if (each.equals(path) || each.endsWith(ALL_BELOW) && isBelow(path, each.length() - ALL_BELOW.length(), each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBelow(String path, int length, String allowed) {
        return path.regionMatches(0, allowed, 0, length) && (path.length() == length || path.charAt(length) == '/')
                && !isDoubtful(path);
    }

    private static boolean isDoubtful(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (DOUBTFUL.indexOf(path.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
