package io.quarkiverse.usersession.redis.runtime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.testing.SignInStoreSuite;
import io.quarkiverse.usersession.testsupport.RedisServer;

/** A replica has a connection of its own. */
class RedisSignInStoreSuiteTest extends SignInStoreSuite {

    private static RedisServer server;
    private static Links links;

    private String prefix;
    private InstantSource clock;
    private Duration maxAge;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        links = new Links();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            links.close();
            server.close();
        }
    }

    @Override
    protected SignInStore createStore(InstantSource clock, Duration maxAge) {
        this.prefix = UUID.randomUUID().toString();
        this.clock = clock;
        this.maxAge = maxAge;
        return replicaOf(null);
    }

    @Override
    protected SignInStore replicaOf(SignInStore store) {
        return new RedisSignInStore(links.to(server), prefix, clock, maxAge, links.calls());
    }
}
