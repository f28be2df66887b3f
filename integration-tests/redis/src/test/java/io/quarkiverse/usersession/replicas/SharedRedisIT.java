package io.quarkiverse.usersession.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkiverse.usersession.testsupport.RedisServer;

/** Two applications and many users on one Redis. What a test leaves to be written later would be in the way of the next one. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedRedisIT {

    private static RedisServer server;
    private static Replica shop;
    private static Replica bank;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        shop = Replica.start(server, false, "quarkus.user-session.sign-in.store.redis.prefix", "shop",
                "quarkus.http.limits.max-initial-line-length", "16384");
        bank = Replica.start(server, false, "quarkus.user-session.sign-in.store.redis.prefix", "shop:bank");
    }

    @AfterAll
    static void stop() {
        for (Replica started : new Replica[] { shop, bank }) {
            if (started != null) {
                started.close();
            }
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void forgetOtherTests() {
        server.command("FLUSHALL");
    }

    /** They have the same secret too, so that their cookies are good for both. */
    @Test
    void twoApplicationsDoNotMeet() {
        Browser atShop = signedIn(shop, "ada");
        Browser atBank = signedIn(bank, "ada");
        assertThat(devices(shop, "ada")).doesNotContain(bank.id(atBank));
        assertThat(devices(bank, "ada")).doesNotContain(shop.id(atShop));

        shop.get(new Browser(), "/blocking/open/sign-out-everywhere?user=ada");

        assertThat(shop.get(atShop, "/blocking/users/who").statusCode()).isEqualTo(401);
        assertThat(bank.get(atBank, "/blocking/users/who").asString()).isEqualTo("ada");
        assertThat(server.command("KEYS", "*").lines()).hasSize(2)
                .allMatch(key -> key.matches("shop(:bank)?:\\{[\\w-]{43}}"));
    }

    @Test
    void S17_hostilePrincipalsReachNoOtherKey() {
        Browser ada = signedIn(shop, "ada");
        Browser bob = signedIn(bank, "ada");
        List<String> names = List.of("{ada}", "ada}", "ada\n", "\nada", "ada\r\nDEL x", "ada\0", "a", "ada ", "ada*", "ad[a]",
                "ADA",
                "bank:{ada}", "!", "\u00e4da", "\uD83D\uDE00", "x".repeat(1500), "\"; redis.call('FLUSHALL') --", "..", "*");
        Map<String, Browser> hostile = new LinkedHashMap<>();
        for (String name : names) {
            hostile.put(name, signedIn(shop, name));
        }

        hostile.forEach((name, browser) -> {
            assertThat(devices(shop, name)).containsExactly(shop.id(browser));
            shop.get(new Browser(), "/route/open/sign-out-device?user=" + Replica.encoded(name) + "&id=" + shop.id(ada));
            shop.get(new Browser(), "/blocking/open/sign-out-everywhere?user=" + Replica.encoded(name));
            assertThat(shop.get(browser, "/blocking/users/who").statusCode()).isEqualTo(401);
        });

        assertThat(shop.get(ada, "/blocking/users/who").asString()).isEqualTo("ada");
        assertThat(devices(shop, "ada")).containsExactly(shop.id(ada));
        assertThat(bank.get(bob, "/blocking/users/who").asString()).isEqualTo("ada");
        assertThat(server.command("KEYS", "*").lines()).hasSize(names.size() + 2)
                .allMatch(key -> key.matches("shop(:bank)?:\\{[\\w-]{43}}"));
    }

    /** The longest that are taken are those of which the cookie holds one. */
    @Test
    void aNameOf4KilobytesIsRefusedAndOneThatFitsIsNot() {
        Browser browser = new Browser();
        assertThat(shop.get(browser, "/blocking/open/sign-in?user=" + "x".repeat(4096)).asString()).isEqualTo("too large");
        assertThat(browser.cookie()).isNull();
        assertThat(server.command("DBSIZE")).isEqualTo("0");

        String longest = "x".repeat(longest());
        Browser user = new Browser();
        shop.get(user, "/blocking/open/sign-in?user=" + longest);
        assertThat(shop.get(user, "/blocking/users/who").asString()).isEqualTo(longest);

        assertThat(devices(shop, longest)).containsExactly(shop.id(user));
        shop.get(user, "/blocking/open/sign-out");
        Poll.until("the end is noted", () -> server.command("HVALS", server.command("KEYS", "*")).startsWith("e"));
        assertThat(longest).hasSizeGreaterThan(2000);
        assertThat(server.command("KEYS", "*").lines()).allMatch(key -> key.matches("shop:\\{[\\w-]{43}}"));
    }

    private static int longest() {
        int fits = 1;
        int tooLong = 4096;
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            Browser browser = new Browser();
            boolean taken = shop.get(browser, "/blocking/open/sign-in?user=" + "x".repeat(middle)).asString()
                    .equals("signed in");
            if (taken) {
                shop.get(browser, "/blocking/users/who"); // which waits until the sign-in is registered
            }
            fits = taken ? middle : fits;
            tooLong = taken ? tooLong : middle;
        }
        server.command("FLUSHALL");
        return fits;
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aMonitorThatSignsInAgainAndAgainLeavesABoundedHashAndNobodyWithoutTheStore() {
        Browser ada = signedIn(shop, "ada");
        server.command("FLUSHALL");
        List<String> urls = Collections.nCopies(10_000, shop.url("/uni/open/sign-in?user=monitor"));

        Connections.get(urls, List.of(), 50).forEach(response -> assertThat(response.body()).isEqualTo("signed in"));

        assertThat(shop.get(ada, "/blocking/users/who").asString()).isEqualTo("ada");
        shop.get(ada, "/blocking/open/sign-out");
        // those that found no room are registered by the first request that they authenticate, which never comes
        Poll.until("many are registered", () -> server.calls("evalsha") > 1_000);
        server.command("KEYS", "*").lines()
                .forEach(key -> assertThat(Integer.parseInt(server.command("HLEN", key))).isLessThanOrEqualTo(101));
        assertThat(server.command("KEYS", "*").lines()).hasSizeLessThanOrEqualTo(2);
        Browser user = signedIn(shop, "monitor");
        assertThat(devices(shop, "monitor")).contains(shop.id(user));
    }

    private static Browser signedIn(Replica replica, String user) {
        Browser browser = replica.signedIn(user);
        assertThat(replica.get(browser, "/blocking/users/who").statusCode()).isEqualTo(200);
        return browser;
    }

    private static List<String> devices(Replica replica, String user) {
        return List
                .of(replica.get(new Browser(), "/blocking/open/devices?user=" + Replica.encoded(user)).asString().split(","));
    }
}
