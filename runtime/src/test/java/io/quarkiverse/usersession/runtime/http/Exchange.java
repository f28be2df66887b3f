package io.quarkiverse.usersession.runtime.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.usersession.testsupport.Stub;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;

/**
 * A request and its response without a server: it does what Vert.x does with handlers and cookies, and remembers what it was
 * asked.
 */
final class Exchange {

    final List<String> asked = new ArrayList<>();
    final MultiMap requestHeaders = MultiMap.caseInsensitiveMultiMap();
    final MultiMap responseHeaders = MultiMap.caseInsensitiveMultiMap();
    final List<Handler<Void>> headersEndHandlers = new ArrayList<>();
    final List<Handler<Void>> bodyEndHandlers = new ArrayList<>();
    HttpMethod method = HttpMethod.GET;
    String uri = "/shop";

    private final Map<String, Object> data = new HashMap<>();
    private final List<Cookie> came = new ArrayList<>();
    private final List<Cookie> jar = new ArrayList<>();
    private final List<Cookie> added = new ArrayList<>();

    private final HttpServerRequest request = noting(HttpServerRequest.class, this::request);
    private final HttpServerResponse response = noting(HttpServerResponse.class, this::response);
    final RoutingContext rc = Stub.of(RoutingContext.class, this::routingContext);

    Exchange cookie(String cookieHeader) {
        requestHeaders.add("Cookie", cookieHeader);
        for (String pair : cookieHeader.split("; ")) {
            came.add(Cookie.cookie(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)));
        }
        jar.addAll(came);
        return this;
    }

    /** The headers are written, and after them Vert.x' own cookies. */
    Exchange sendHeaders() {
        for (int i = headersEndHandlers.size() - 1; i >= 0; i--) {
            headersEndHandlers.get(i).handle(null);
        }
        added.forEach(cookie -> responseHeaders.add("Set-Cookie", cookie.encode()));
        return this;
    }

    Exchange endBody() {
        for (int i = bodyEndHandlers.size() - 1; i >= 0; i--) {
            bodyEndHandlers.get(i).handle(null);
        }
        return this;
    }

    /** Those for cookies of that name. */
    List<String> setCookies(String name) {
        return responseHeaders.getAll("Set-Cookie").stream().filter(line -> line.startsWith(name + "=")).toList();
    }

    private Object request(String method, Object[] arguments) {
        return switch (method) {
            case "method" -> this.method;
            case "path" -> uri.replaceAll("\\?.*", "");
            case "uri" -> uri;
            case "headers" -> requestHeaders;
            case "authority" -> HostAndPort.create("www.shop.org", 8080);
            case "isSSL" -> false;
            case "cookies" -> named((String) arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private Object response(String method, Object[] arguments) {
        switch (method) {
            case "headers" -> {
                return responseHeaders;
            }
            case "addCookie" -> {
                Cookie cookie = (Cookie) arguments[0];
                jar.add(cookie);
                if (!came.contains(cookie)) {
                    added.add(cookie);
                }
                return response;
            }
            case "removeCookies" -> {
                Set<Cookie> removed = named((String) arguments[0]);
                jar.removeAll(removed);
                added.removeAll(removed);
                return removed;
            }
            default -> throw new UnsupportedOperationException(method);
        }
    }

    private Set<Cookie> named(String name) {
        Set<Cookie> named = new LinkedHashSet<>();
        for (Cookie cookie : jar) {
            if (cookie.getName().equals(name)) {
                named.add(cookie);
            }
        }
        return named;
    }

    @SuppressWarnings("unchecked")
    private Object routingContext(String method, Object[] arguments) {
        return switch (method) {
            case "request" -> request;
            case "response" -> response;
            case "get" -> data.get(arguments[0]);
            case "put" -> {
                data.put((String) arguments[0], arguments[1]);
                yield rc;
            }
            case "addHeadersEndHandler" -> {
                headersEndHandlers.add((Handler<Void>) arguments[0]);
                yield headersEndHandlers.size();
            }
            case "addBodyEndHandler" -> {
                bodyEndHandlers.add((Handler<Void>) arguments[0]);
                yield bodyEndHandlers.size();
            }
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private <T> T noting(Class<T> type, Stub.Answers answers) {
        return Stub.of(type, (method, arguments) -> {
            asked.add(type.getSimpleName() + "." + method);
            return answers.to(method, arguments);
        });
    }
}
