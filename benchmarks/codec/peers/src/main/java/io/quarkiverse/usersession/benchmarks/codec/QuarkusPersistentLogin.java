package io.quarkiverse.usersession.benchmarks.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Quarkus' own {@code PersistentLoginManager}, which form authentication keeps the user's name with; here with the same JSON in
 * place of the name, and a request that is no more than its cookies. It knows one text and its expiry, so that reading and
 * writing JSON is added to it. The cookie that comes is parsed already, and the one that goes is not written to a header.
 */
public final class QuarkusPersistentLogin implements Contender {

    private static final String COOKIE_NAME = "__session";

    private final PersistentLoginManager manager = new PersistentLoginManager("k0bXyWJvO1c7yq5dKz3hTn8sVfR2mLpE",
            COOKIE_NAME, 1_800_000, 60_000, true, "LAX", "/", -1, null);

    @Override
    public String seal(Map<String, Object> data) {
        Request request = new Request(null);
        manager.save(new String(Json.write(data), UTF_8), request.context, COOKIE_NAME, null, true);
        return request.cookie.getValue();
    }

    @Override
    public Map<String, Object> open(String cookie) {
        Request request = new Request(Cookie.cookie(COOKIE_NAME, cookie));
        return Json.read(manager.restore(request.context).getPrincipal().getBytes(UTF_8));
    }

    @Override
    public Object openAndGet(String cookie, String name) {
        return open(cookie).get(name);
    }

    @Override
    public String setAndSeal(String cookie, String name, Object value) {
        Map<String, Object> data = open(cookie);
        data.put(name, value);
        return seal(data);
    }

    private static final class Request implements InvocationHandler {

        final RoutingContext context = proxy(RoutingContext.class);
        private final HttpServerRequest request = proxy(HttpServerRequest.class);
        Cookie cookie;

        Request(Cookie cookie) {
            this.cookie = cookie;
        }

        private <T> T proxy(Class<T> type) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, this));
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            switch (method.getName()) {
                case "request":
                    return request;
                case "getCookie":
                    return cookie;
                case "addCookie":
                    cookie = (Cookie) arguments[0];
                    return null;
                default:
                    throw new UnsupportedOperationException(method.toString());
            }
        }
    }
}
