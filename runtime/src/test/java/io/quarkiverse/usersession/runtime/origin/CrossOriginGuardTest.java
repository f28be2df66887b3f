package io.quarkiverse.usersession.runtime.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.SessionCrossOriginException;
import io.quarkiverse.usersession.testsupport.CapturedLog;

/** What is judged in which way: all of it without a server. */
class CrossOriginGuardTest {

    private static final List<GuardedCookie> COOKIES = List.of(
            new GuardedCookie("default", "__session", false),
            new GuardedCookie("default", "_legacy", false),
            new GuardedCookie("widget", "__widget", true));

    private static final String SESSION = "__session=anything";
    private static final String EVIL = "https://evil.test";

    private final CapturedLog log = new CapturedLog();

    @AfterEach
    void stopCapturing() {
        log.close();
    }

    /** Same origin: nothing happens. Other: 403 with the cookie, and an exception from changes without. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            // method, Sec-Fetch-Site, Origin, same origin
            "POST, -,           -,                      true",
            "POST, -,           https://shop.test,      true",
            "POST, -,           http://shop.test:443,   false",
            "POST, -,           null,                   false",
            "POST, -,           https://evil.test,      false",
            "POST, -,           https://www.shop.test,  false",
            "POST, -,           https://pay.test,       true", // trusted
            "POST, -,           https://pay.test:8443,  false",
            "POST, -,           https://PAY.test,       false",
            "POST, -,           https://pay.test/,      false",
            "POST, -,           http://pay.test,        false",
            "POST, same-origin, -,                      true",
            "POST, same-origin, https://shop.test,      true",
            "POST, same-origin, null,                   true", // with Referrer-Policy: no-referrer
            "POST, same-origin, http://localhost:8080,  true", // a proxy has replaced the Host header
            "POST, none,        -,                      true",
            "POST, none,        null,                   true",
            "POST, same-site,   -,                      false",
            "POST, same-site,   https://shop.test,      false",
            "POST, same-site,   https://www.shop.test,  false",
            "POST, same-site,   https://pay.test,       true",
            "POST, cross-site,  -,                      false",
            "POST, cross-site,  null,                   false",
            "POST, cross-site,  https://shop.test,      false",
            "POST, cross-site,  https://evil.test,      false",
            "POST, cross-site,  https://pay.test,       true",
            "POST, Same-Origin, https://shop.test,      false",
            "POST, 'same-origin, cross-site', https://shop.test, false",
            "POST, '',          https://shop.test,      false",
            "POST, future,      https://shop.test,      false",
            "PUT,    cross-site, https://evil.test, false",
            "PATCH,  cross-site, https://evil.test, false",
            "DELETE, cross-site, https://evil.test, false",
            "TRACE,  cross-site, https://evil.test, false",
            "CONNECT, cross-site, https://evil.test, false",
            "get,    cross-site, https://evil.test, false",
            "PURGE,  cross-site, https://evil.test, false",
            "DELETE, same-origin, https://shop.test, true"
    })
    void S42_requestsAreOfTheSameOriginOrNot(String method, String fetchSite, String origin, boolean same) {
        CrossOriginGuard guard = guard(CrossOrigin.REFUSE);
        RequestOrigin request = new RequestOrigin(method, false, "/basket", fetchSite, origin, "shop.test", -1);

        assertThat(outcome(guard, request, List.of(SESSION))).isEqualTo(same ? "endpoint, change" : "403");
        assertThat(outcome(guard, request, List.of("other=1"))).isEqualTo(same ? "endpoint, change" : "endpoint, exception");
    }

    /** All of them by the rule, read once more: the first that applies. */
    @Test
    void S42_eachCombinationIsDecidedByTheSameRule() {
        int combinations = 0;
        for (CrossOrigin mode : CrossOrigin.values()) {
            for (String fetchSite : Arrays.asList(null, "same-origin", "none", "same-site", "cross-site", "other")) {
                for (String origin : Arrays.asList(null, "null", EVIL, "https://shop.test", "https://pay.test")) {
                    for (String cookie : List.of("", SESSION, "_legacy=1", "__widget=1", SESSION + "; __widget=1")) {
                        for (boolean handshake : new boolean[] { false, true }) {
                            for (String path : List.of("/basket", "/lti/launch")) {
                                RequestOrigin request = new RequestOrigin(handshake ? "GET" : "POST", handshake, path,
                                        fetchSite, origin, "shop.test", 443);
                                assertThat(outcome(guard(mode), request, List.of(cookie)))
                                        .as("%s %s %s", mode, request, cookie)
                                        .isEqualTo(expected(mode, request, cookie));
                                combinations++;
                            }
                        }
                    }
                }
            }
        }
        assertThat(combinations).isEqualTo(1_800);
    }

    private static String expected(CrossOrigin mode, RequestOrigin request, String cookie) {
        boolean same = request.fetchSite() == null
                ? request.origin() == null || request.origin().equals("https://shop.test")
                : Set.of("same-origin", "none").contains(request.fetchSite());
        boolean trusted = "https://pay.test".equals(request.origin()) || request.path().equals("/lti/launch");
        if (mode != CrossOrigin.REFUSE || same || trusted) {
            return "endpoint, change";
        }
        if (request.handshake()) {
            return cookie.contains("__widget") ? "403" : "endpoint, change";
        }
        return cookie.isEmpty() ? "endpoint, exception" : "403";
    }

    @ParameterizedTest
    @ValueSource(strings = { "__session=x", "a=b; __session=x", "a=b;__session=x;c=d", "__session=damaged, and more",
            "_legacy=x",
            "__widget=x", "__session=\"x\"" })
    void S42_anySessionsCookieCountsWhetherItOpensOrNot(String cookieHeader) {
        assertThat(outcome(guard(CrossOrigin.REFUSE), evil("POST"), List.of("first=1", cookieHeader))).isEqualTo("403");
    }

    @ParameterizedTest
    @ValueSource(strings = { "__session=", "__session", "__sessions=x", "x__session=x", "__session-wanted=x", "__SESSION=x" })
    void otherCookiesDoNot(String cookieHeader) {
        assertThat(outcome(guard(CrossOrigin.REFUSE), evil("POST"), List.of(cookieHeader))).isEqualTo("endpoint, exception");
    }

    @Test
    void S42_aHandshakeChangesNoSessionThatIsSentFromEverywhere() {
        CrossOriginGuard guard = guard(CrossOrigin.REFUSE);
        ForeignRequest handshake = guard.judge(new RequestOrigin("GET", true, "/chat", null, EVIL, "shop.test", -1));

        assertThatCode(() -> handshake.checkChange("default")).doesNotThrowAnyException();
        assertThatThrownBy(() -> handshake.checkChange("widget")).isInstanceOf(SessionCrossOriginException.class);
    }

    @Test
    void aHandshakeThatIsLetThroughIsReported() {
        CrossOriginGuard guard = guard(CrossOrigin.REFUSE);
        RequestOrigin handshake = new RequestOrigin("GET", true, "/chat", null, EVIL, "shop.test", -1);

        assertThat(outcome(guard, handshake, List.of(SESSION))).isEqualTo("endpoint, change");

        assertThat(log.messages("WARN")).singleElement().asString()
                .startsWith(
                        "GET /chat from another origin, 'https://evil.test', was let through although it has a session cookie");
        assertThat(guard.reported()).isEqualTo(1);
    }

    /** Nor do its origins use up the number of those that are named. */
    @Test
    void whatWasLetThroughHidesNoRefusal() {
        CrossOriginGuard guard = guard(CrossOrigin.REFUSE);
        for (int i = 0; i < 200; i++) {
            outcome(guard, new RequestOrigin("GET", true, "/chat", null, "https://" + i + ".test", "shop.test", -1),
                    List.of(SESSION));
        }
        outcome(guard, new RequestOrigin("GET", true, "/chat", null, EVIL, "shop.test", -1), List.of(SESSION));

        outcome(guard, evil("POST"), List.of(SESSION));

        assertThat(log.messages("WARN")).hasSize(102).last().asString()
                .startsWith("POST /basket from another origin, 'https://evil.test', was refused with 403");
    }

    @Test
    void aForeignRequestThatLeavesTheSessionAloneIsNotReported() {
        CrossOriginGuard guard = guard(CrossOrigin.REFUSE);

        assertThat(guard.judge(evil("POST")).isRefused(List.of("other=1"))).isFalse();

        assertThat(log.messages()).isEmpty();
        assertThat(guard.refused() + guard.reported()).isZero();
    }

    @Test
    void reportLetsThroughAndCountsEachRequestOnce() {
        CrossOriginGuard guard = guard(CrossOrigin.REPORT);
        for (int i = 0; i < 3; i++) {
            ForeignRequest request = guard.judge(evil("POST"));
            request.isRefused(List.of(SESSION));
            request.checkChange("default");
            request.checkChange("default");
        }

        assertThat(guard.reported()).isEqualTo(3);
        assertThat(guard.refused()).isZero();
        assertThat(log.messages("WARN")).singleElement().asString()
                .contains("was let through although it has a session cookie");
    }

    @ParameterizedTest
    @EnumSource(value = CrossOrigin.class, names = "REFUSE")
    void aRefusedChangeIsCountedOnce(CrossOrigin mode) {
        CrossOriginGuard guard = guard(mode);
        ForeignRequest request = guard.judge(evil("POST"));

        assertThatThrownBy(() -> request.checkChange("default")).isInstanceOf(SessionCrossOriginException.class);
        assertThatThrownBy(() -> request.checkChange("default")).isInstanceOf(SessionCrossOriginException.class);

        assertThat(guard.refused()).isEqualTo(1);
    }

    @Test
    void theExceptionNamesSessionRequestOriginAndSetting() {
        ForeignRequest request = guard(CrossOrigin.REFUSE)
                .judge(new RequestOrigin("POST", false, "/login", "cross-site", EVIL, "shop.test", -1));

        assertThatThrownBy(() -> request.checkChange("default")).hasMessage("Session 'default' can't be changed by POST /login,"
                + " because it came from another origin, 'https://evil.test'. To allow its requests, add it to"
                + " quarkus.user-session.trusted-origins");
        assertThat(log.messages("WARN"))
                .containsExactly("POST /login from another origin, 'https://evil.test', was refused with 403 because it would"
                        + " change session 'default'. To allow its requests, add it to quarkus.user-session.trusted-origins."
                        + " This warning is logged only once for each origin");
    }

    @Test
    void whereOnlyTheHostDiffersTheProxyIsNamedFirst() {
        outcome(guard(CrossOrigin.REFUSE),
                new RequestOrigin("POST", false, "/basket", null, "https://shop.test", "localhost", 8080), List.of(SESSION));

        assertThat(log.messages("WARN"))
                .containsExactly("POST /basket from another origin, 'https://shop.test', was refused with 403 because it has a"
                        + " session cookie. If that is this application as browsers know it, a proxy has replaced the Host"
                        + " header with 'localhost:8080': let the proxy pass the header on, or set"
                        + " quarkus.http.proxy.proxy-address-forwarding=true and quarkus.http.proxy.enable-forwarded-host=true."
                        + " If it is another site whose requests you want to allow, add it to"
                        + " quarkus.user-session.trusted-origins. This warning is logged only once for each origin");
    }

    /** Its host is that of the proxy's request, and a trusted origin would be the wrong way out. */
    @Test
    void aProxyThatIsNotTrustedIsNamedFirst() {
        outcome(guard(new OriginRules(CrossOrigin.REFUSE, Set.of(), AllowedPaths.NONE, ForwardedHost.OF_SOME)),
                new RequestOrigin("POST", false, "/basket", null, "https://shop.test", "localhost", 8080), List.of(SESSION));

        assertThat(log.messages("WARN"))
                .containsExactly("POST /basket from another origin, 'https://shop.test', was refused with 403 because it has a"
                        + " session cookie. If that is this application as browsers know it, a proxy that Quarkus does not trust,"
                        + " or that does not forward the host, has replaced the Host header with 'localhost:8080': let the"
                        + " proxy pass the header on, or add its address to quarkus.http.proxy.trusted-proxies and let it send"
                        + " X-Forwarded-Host. If it is another site whose requests you want to"
                        + " allow, add it to quarkus.user-session.trusted-origins. This warning is logged only once for each"
                        + " origin");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "cross-site, https://evil.test, NEVER", "cross-site, https://evil.test, OF_SOME",
            "-, https://evil.test, OF_ALL" })
    void theProxyIsNotNamedWhereItCanNotBe(String fetchSite, String origin, ForwardedHost host) {
        CrossOriginGuard guard = guard(new OriginRules(CrossOrigin.REFUSE, Set.of(), AllowedPaths.NONE, host));

        outcome(guard, new RequestOrigin("POST", false, "/", fetchSite, origin, "localhost", 8080), List.of(SESSION));

        assertThat(log.messages("WARN")).singleElement().asString().doesNotContain("proxy").contains("trusted-origins");
    }

    /** Over plain HTTP, this is what the forms of the application's own pages send with that policy. */
    @Test
    void anOriginThatIsNotToldMayBeOurOwnWithAStrictReferrerPolicy() {
        outcome(guard(CrossOrigin.REFUSE), new RequestOrigin("POST", false, "/basket", null, "null", "shop.test", -1),
                List.of(SESSION));

        assertThat(log.messages("WARN")).containsExactly("POST /basket from another origin, which it does not name, was refused"
                + " with 403 because it has a session cookie. If it is a form of this application, its page has"
                + " Referrer-Policy: no-referrer: use another policy, such as same-origin. If it comes from another site, you can"
                + " add the path to quarkus.user-session.cross-origin.allowed-paths, which lets all sites in: do so only if the"
                + " endpoint checks itself who has sent the request. This warning is logged only once for each path");
    }

    @Test
    void anOriginThatIsNotToldAndNotOursOpensThePathToAllSites() {
        outcome(guard(CrossOrigin.REFUSE), new RequestOrigin("POST", false, "/launch", "cross-site", "null", "shop.test", -1),
                List.of(SESSION));

        assertThat(log.messages("WARN")).singleElement().asString()
                .contains("allowed-paths, which lets all sites in: do so only if the endpoint checks itself")
                .doesNotContain("Referrer-Policy");
    }

    @ParameterizedTest
    @EnumSource(value = CrossOrigin.class, names = { "REFUSE", "REPORT" })
    void requestsThatDoNotNameTheirOriginAreWarnedAboutOncePerPath(CrossOrigin mode) {
        CrossOriginGuard guard = guard(mode);
        for (String path : List.of("/a", "/b", "/a", "/b")) {
            outcome(guard, new RequestOrigin("POST", false, path, null, "null", "shop.test", -1), List.of(SESSION));
        }

        assertThat(log.messages("WARN")).hasSize(2).satisfiesExactly(a -> assertThat(a).startsWith("POST /a "),
                b -> assertThat(b).startsWith("POST /b "));
    }

    /** In each of the two modes, and for origins as for the paths of requests without one. */
    @ParameterizedTest
    @CsvSource({ "REFUSE, https://%d.test, /, from more than 100 other origins were refused",
            "REPORT, https://%d.test, /, from more than 100 other origins were let through",
            "REFUSE, null, /%d, without an origin to more than 100 paths were refused",
            "REPORT, null, /%d, without an origin to more than 100 paths were let through" })
    void whenWarningsEndTheLastOneSaysSo(CrossOrigin mode, String origin, String path, String what) {
        CrossOriginGuard guard = guard(mode);
        for (int i = 0; i < 300; i++) {
            outcome(guard, new RequestOrigin("POST", false, path.formatted(i), null, origin.formatted(i), "shop.test", -1),
                    List.of(SESSION));
        }

        assertThat(log.messages("WARN")).hasSize(101).last()
                .isEqualTo("Requests " + what + ", so further ones are logged only at level DEBUG. The metric"
                        + " user.session.cross.origin.requests counts all of them");
    }

    @Test
    void madeUpOriginsAndPathsDoNotUseUpEachOthersWarnings() {
        CrossOriginGuard guard = guard(CrossOrigin.REFUSE);
        for (int i = 0; i < 200; i++) {
            outcome(guard, new RequestOrigin("POST", false, "/", null, "https://" + i + ".test", "shop.test", -1),
                    List.of(SESSION));
        }
        outcome(guard, new RequestOrigin("POST", false, "/form", null, "null", "shop.test", -1), List.of(SESSION));

        assertThat(log.messages("WARN")).last().asString().startsWith("POST /form from another origin, which it does not name");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "-, null", "cross-site, null", "cross-site, -" })
    void withoutAnOriginThePathIsNamed(String fetchSite, String origin) {
        outcome(guard(CrossOrigin.REFUSE), new RequestOrigin("POST", false, "/callback", fetchSite, origin, "shop.test", -1),
                List.of(SESSION));

        assertThat(log.messages("WARN")).singleElement().asString()
                .startsWith("POST /callback from another origin, which it does not name, was refused with 403")
                .contains("the path to quarkus.user-session.cross-origin.allowed-paths")
                .doesNotContain("trusted-origins");
    }

    @Test
    void anOriginIsNamedOnceHoweverManyRequestsItMakes() {
        CrossOriginGuard guard = guard(CrossOrigin.REFUSE);
        for (int i = 0; i < 5; i++) {
            outcome(guard, evil("POST"), List.of(SESSION));
            outcome(guard, evil("DELETE"), List.of());
        }

        assertThat(log.messages("WARN")).hasSize(1);
        assertThat(log.messages("DEBUG")).hasSize(9);
        assertThat(guard.refused()).isEqualTo(10);
    }

    @Test
    void S42_originsOfAClientThatMakesThemUpFillNeitherMemoryNorLog() {
        CrossOriginGuard guard = guard(CrossOrigin.REFUSE);
        for (int i = 0; i < 10_000; i++) {
            outcome(guard,
                    new RequestOrigin("POST", false, "/", null, "https://" + i + ".test" + "x".repeat(5_000), "shop.test",
                            -1),
                    List.of(SESSION));
        }

        assertThat(log.messages("WARN")).hasSize(101);
        assertThat(log.messages()).allSatisfy(message -> assertThat(message.length()).isLessThan(1_000));
    }

    @Test
    void whatAClientSendsForgesNoLog() {
        outcome(guard(CrossOrigin.REFUSE), new RequestOrigin("PO\nST", false, "/a\r\nWARN b\u202E", null,
                "https://x'\nERROR forged\u001B[31m\u00E4", "sh\nop", 8080), List.of(SESSION));

        assertThat(log.messages("WARN")).singleElement().asString()
                .startsWith("PO?ST /a??WARN?b? from another origin, 'https://x??ERROR?forged?[31m?', was refused")
                .contains("with 'sh?op:8080'");
    }

    private static RequestOrigin evil(String method) {
        return new RequestOrigin(method, false, "/basket", "cross-site", EVIL, "shop.test", -1);
    }

    private static CrossOriginGuard guard(CrossOrigin mode) {
        return guard(
                new OriginRules(mode, Set.of("https://pay.test"), new AllowedPaths(List.of("/lti/*")), ForwardedHost.NEVER));
    }

    private static CrossOriginGuard guard(OriginRules rules) {
        return new CrossOriginGuard(rules, COOKIES);
    }

    /** What becomes of a request that changes the default session in its endpoint. */
    private static String outcome(CrossOriginGuard guard, RequestOrigin request, List<String> cookieHeaders) {
        ForeignRequest foreign = guard.judge(request);
        if (foreign != null && foreign.isRefused(cookieHeaders)) {
            return "403";
        }
        List<String> steps = new ArrayList<>(List.of("endpoint"));
        try {
            if (foreign != null) {
                foreign.checkChange("default");
            }
            steps.add("change");
        } catch (SessionCrossOriginException e) {
            steps.add("exception");
        }
        return String.join(", ", steps);
    }
}
