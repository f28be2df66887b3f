package io.quarkiverse.usersession.benchmarks.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usersession.UserSession;

@Singleton
public class SessionWork implements Work {

    @Inject
    UserSession session;

    @Override
    public String begin() {
        Content.initial().forEach(session::set);
        return USER;
    }

    @Override
    public String read() {
        return session.get(Content.USER).orElse("nobody");
    }

    @Override
    public String write() {
        session.set(Content.VISITS, Content.nextVisits());
        return USER;
    }

    @Override
    public String visit(String user) {
        if (!session.has(Content.USER)) {
            session.set(Content.USER, user);
        }
        session.set(Content.VISITS, session.get(Content.VISITS, Integer.class).orElse(0) + 1);
        return visits();
    }

    @Override
    public String visits() {
        return session.get(Content.USER).orElse("nobody") + " " + session.get(Content.VISITS, Integer.class).orElse(0);
    }
}
