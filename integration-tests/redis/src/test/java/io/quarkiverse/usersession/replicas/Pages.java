package io.quarkiverse.usersession.replicas;

import java.util.ArrayList;
import java.util.List;

/** The kinds of pages that the application has. */
final class Pages {

    private Pages() {
    }

    static List<String> kinds() {
        List<String> kinds = new ArrayList<>(List.of("/blocking", "/uni", "/route", "/servlet"));
        if (Runtime.version().feature() >= 21) { // of the build too
            kinds.add("/virtual");
        }
        return kinds;
    }
}
