package io.quarkiverse.usersession.benchmarks.codec;

import java.util.Map;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Session;
import io.vertx.ext.web.handler.SessionHandler;
import io.vertx.ext.web.sstore.SessionStore;
import io.vertx.ext.web.sstore.cookie.CookieSessionStore;
import io.vertx.ext.web.sstore.impl.SessionInternal;

/**
 * vertx-web's {@code CookieSessionStore}, which encrypts by AES-256-GCM since Vert.x 5, called in the way of its
 * {@code SessionHandler}: at the end of each request that has used its session, that asks whether it has changed, and puts it
 * into the store. The cookie that comes is parsed already, and the one that goes is not written to a header.
 */
public final class VertxCookieStore implements Contender {

    private final Vertx vertx = Vertx.vertx();
    private final SessionStore store = CookieSessionStore.create(vertx, "k0bXyWJvO1c7yq5dKz3hTn8sVfR2mLpE");

    @Override
    public String seal(Map<String, Object> data) {
        Session session = store.createSession(SessionHandler.DEFAULT_SESSION_TIMEOUT);
        data.forEach(session::put);
        return end(session);
    }

    @Override
    public Session open(String cookie) {
        return completed(store.get(cookie));
    }

    @Override
    public Object openAndGet(String cookie, String key) {
        Session session = open(cookie);
        Object value = session.get(key);
        end(session);
        return value;
    }

    @Override
    public String setAndSeal(String cookie, String key, Object value) {
        Session session = open(cookie);
        session.put(key, value);
        return end(session);
    }

    /** As {@code SessionHandlerImpl.flush} does. */
    private String end(Session session) {
        String cookie = null;
        boolean regenerated = session.isRegenerated();
        session.setAccessed();
        if (regenerated) {
            cookie = session.value();
            completed(store.delete(session.oldId()));
        }
        completed(store.put(session));
        ((SessionInternal) session).flushed(true);
        return cookie;
    }

    private static <T> T completed(Future<T> future) {
        if (!future.succeeded()) {
            throw new IllegalStateException("not at once", future.cause());
        }
        return future.result();
    }

    @Override
    public void close() {
        vertx.close();
    }
}
