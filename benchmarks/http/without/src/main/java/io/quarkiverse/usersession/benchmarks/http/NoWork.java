package io.quarkiverse.usersession.benchmarks.http;

import jakarta.inject.Singleton;

/** There are no sessions. */
@Singleton
public class NoWork implements Work {

    @Override
    public String begin() {
        return USER;
    }

    @Override
    public String read() {
        return USER;
    }

    @Override
    public String write() {
        return USER;
    }

    @Override
    public String visit(String user) {
        return user;
    }

    @Override
    public String visits() {
        return USER;
    }
}
