package io.quarkiverse.usersession.testing;

import java.util.List;
import java.util.Optional;

import io.restassured.response.Response;

/**
 * A session cookie in the {@code Set-Cookie} headers of a response (RFC 6265 §4.1). One that expires has an empty value or
 * lives
 * for no second.
 */
final class SentCookie {

    private final String value;
    private final boolean expired;

    private SentCookie(String value, boolean expired) {
        this.value = value;
        this.expired = expired;
    }

    /** The last cookie of that name, which is the one that a browser keeps. */
    static Optional<SentCookie> in(Response response, String name) {
        List<String> headers = response.headers().getValues("Set-Cookie");
        for (int i = headers.size() - 1; i >= 0; i--) {
            if (headers.get(i).startsWith(name + "=")) {
                return Optional.of(parse(headers.get(i).substring(name.length() + 1)));
            }
        }
        return Optional.empty();
    }

    private static SentCookie parse(String valueAndAttributes) {
        String[] parts = valueAndAttributes.split(";", -1);
        boolean expired = parts[0].isBlank();
        for (int i = 1; i < parts.length; i++) {
            expired |= parts[i].strip().equalsIgnoreCase("Max-Age=0");
        }
        return new SentCookie(parts[0].strip(), expired);
    }

    String value() {
        return value;
    }

    boolean isExpired() {
        return expired;
    }
}
