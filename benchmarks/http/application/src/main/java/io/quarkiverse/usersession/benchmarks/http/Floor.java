package io.quarkiverse.usersession.benchmarks.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * What any encrypted session cookie costs at the least: route filters written by hand, for one cookie with a fixed name and
 * fixed attributes, without any of the rules that sessions have.
 */
final class Floor {

    private static final String NAME = "floor=";

    private final FloorCipher cipher = new FloorCipher();
    private final FloorJson json = new FloorJson();

    /** Opens the cookie and gets one value. */
    void read(RoutingContext rc) {
        Map<String, Object> content = content(rc);
        if (content == null || !Work.USER.equals(content.get(Content.USER))) {
            throw new IllegalStateException("There is no cookie with the user");
        }
        rc.next();
    }

    /** Opens the cookie, sets one value and seals it. */
    void write(RoutingContext rc) {
        Map<String, Object> content = content(rc);
        if (content == null) {
            content = Content.initial();
        }
        content.put(Content.VISITS, Content.nextVisits());
        try {
            rc.response().headers().add(HttpHeaders.SET_COOKIE,
                    NAME + cipher.seal(json.write(content)) + "; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
        rc.next();
    }

    /** What is in the cookie, or null if there is none. */
    private Map<String, Object> content(RoutingContext rc) {
        String header = rc.request().getHeader(HttpHeaders.COOKIE);
        int start = header == null ? -1 : header.indexOf(NAME);
        if (start < 0) {
            return null;
        }
        int end = header.indexOf(';', start);
        try {
            return json.read(cipher.open(header.substring(start + NAME.length(), end < 0 ? header.length() : end)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
