package io.quarkiverse.usersession.benchmarks.http.load;

import java.util.List;

/**
 * A kind of request that is measured.
 *
 * @param name what it does to the session, and whose session that is
 * @param mode which route filters are on, see the application; empty for servers that have no modes
 * @param path below that of the endpoint
 * @param setup the mode and path that give the cookie that all requests send
 */
record Request(String name, String mode, String path, Setup setup) {

    static final String PLAIN = "plain";
    static final String EMPTY_FILTER = "plain, with a route filter that does nothing";
    static final String UNTOUCHED = "session untouched";
    static final String READ = "session read";
    static final String WRITTEN = "session written";
    static final String FLOOR_READ = "floor, read";
    static final String FLOOR_WRITTEN = "floor, written";
    static final String VERTX_UNTOUCHED = "vertx-web, untouched";
    static final String VERTX_READ = "vertx-web, read";
    static final String VERTX_WRITTEN = "vertx-web, written";
    static final String SERVLET_READ = "HttpSession, read";
    static final String SERVLET_WRITTEN = "HttpSession, written";

    private static final Setup OURS = new Setup("extension", "begin");
    private static final Setup FLOOR = new Setup("floor-write", "plain");
    private static final Setup VERTX_WEB = new Setup("vertx-web-write", "plain");
    private static final Setup SERVLET = new Setup("", "begin");

    static final List<Request> OF_APPLICATION = List.of(
            new Request(PLAIN, "plain", "plain", OURS),
            new Request(EMPTY_FILTER, "empty", "plain", OURS),
            new Request(UNTOUCHED, "extension", "plain", OURS),
            new Request(READ, "extension", "read", OURS),
            new Request(WRITTEN, "extension", "write", OURS),
            new Request(FLOOR_READ, "floor-read", "plain", FLOOR),
            new Request(FLOOR_WRITTEN, "floor-write", "plain", FLOOR),
            new Request(VERTX_UNTOUCHED, "vertx-web", "plain", VERTX_WEB),
            new Request(VERTX_READ, "vertx-web-read", "plain", VERTX_WEB),
            new Request(VERTX_WRITTEN, "vertx-web-write", "plain", VERTX_WEB));

    static final List<Request> OF_SERVLET = List.of(
            new Request(PLAIN, "", "plain", SERVLET),
            new Request(SERVLET_READ, "", "read", SERVLET),
            new Request(SERVLET_WRITTEN, "", "write", SERVLET));

    record Setup(String mode, String path) {
    }
}
