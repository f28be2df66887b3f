package io.quarkiverse.usersession.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testsupport.RedisServer;

/** Quarkus' pool of connections to Redis would answer with errors from 30 of them on. */
abstract class ManyConnectionsTests {

    private static final int CONNECTIONS = 400;

    private final boolean proactive;

    ManyConnectionsTests(boolean proactive) {
        this.proactive = proactive;
    }

    @Test
    void S39_manyConnectionsWithAColdCacheSeeNoError() {
        try (RedisServer server = RedisServer.start();
                Replica first = Replica.start(server, proactive);
                Replica second = Replica.start(server, proactive, "quarkus.user-session.sign-in.store.cache", "0S")) {
            List<String> users = new ArrayList<>();
            List<String> cookies = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                users.add("user" + i);
                cookies.add(first.signedIn("user" + i).cookie());
            }
            for (String kind : Pages.kinds()) {
                for (int round = 0; round < 3; round++) {
                    assertThat(who(second, kind, cookies)).isEqualTo(users);
                }
            }
            assertThat(server.calls("hmget")).isGreaterThanOrEqualTo(CONNECTIONS * 3 * Pages.kinds().size());
        }
    }

    private static List<String> who(Replica replica, String kind, List<String> cookies) {
        List<String> urls = Collections.nCopies(CONNECTIONS, replica.url(kind + "/users/who"));
        return Connections.get(urls, cookies, CONNECTIONS).stream().map(HttpResponse::body).toList();
    }
}
