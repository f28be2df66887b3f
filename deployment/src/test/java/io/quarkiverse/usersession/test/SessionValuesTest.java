package io.quarkiverse.usersession.test;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.quarkiverse.usersession.testsupport.Browser.vary;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.SessionCommittedException;
import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.SessionValue;
import io.quarkiverse.usersession.SessionValueException;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.vertx.web.Param;
import io.quarkus.vertx.web.Route;
import io.restassured.response.Response;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;

/** Values that are injected with their types. */
class SessionValuesTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.loggingEverything(new QuarkusUnitTest())
            .withApplicationRoot(jar -> jar
                    .addClasses(Line.class, Cart.class, Size.class, Shop.class, BlockingShop.class, UniShop.class,
                            RouteShop.class, ServletShop.class, OfType.class, Answers.class, AnyInjection.class, LookUps.class)
                    .addPackage(TestApplication.class.getPackage()));

    private Browser browser;

    @BeforeEach
    void openABrowser() {
        browser = new Browser();
    }

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "uni", "route", "servlet" })
    void whatOneRequestSetsTheNextOneReadsInEveryKindOfHandler(String kind) {
        assertThat(browser.get("/" + kind + "/show").asString()).isEqualTo("no cart, no lines");

        browser.get("/" + kind + "/add?sku=bread");
        browser.get("/" + kind + "/add?sku=honey");

        assertThat(browser.get("/" + kind + "/show").asString()).isEqualTo("bread 1, honey 2; bread 1, honey 2");
    }

    @Test
    void aValueIsThatOfTheSession() {
        assertThat(browser.get("/blocking/same-as-the-session").asString()).isEqualTo(
                "session sees [bread 1], value sees [honey 1], after unset: false false");
        assertThat(browser.get("/blocking/flash").asString()).isEqualTo("true: [bread 1], then false: []");
    }

    @Test
    void aSecondSetOfAnEqualValueIsNoChange() {
        browser.get("/blocking/set-size?size=LARGE");

        assertThat(setCookies(browser.get("/blocking/set-size?size=LARGE"))).isEmpty();
        assertThat(browser.get("/blocking/plain").asString()).isEqualTo("LARGE, 7, 2026-01-02T03:04:05Z, [1, 2]");
    }

    @Test
    void arraysAndWhatIsInThemKeepTheirTypes() {
        assertThat(browser.get("/blocking/arrays").asString()).isEqualTo("bread, honey");
    }

    @Test
    void anInjectedValueThatIsNotUsedLeavesNoTrace() {
        Response response = browser.get("/blocking/untouched");

        assertThat(vary(response)).doesNotContain("Cookie");
    }

    @Test
    void whatCantBeSetIsRefusedAsByTheSession() {
        assertThat(browser.get("/blocking/set-null").asString())
                .isEqualTo("Session 'default', key 'cart': null can't be stored; leave it out, or use unset to remove a key");
        assertThat(browser.get("/blocking/set-too-much").asString()).contains("browsers accept at most 4096");
        assertThat(browser.get("/route/set-late").asString())
                .endsWith(
                        "can't set 'cart', because the headers of the response to /route/set-late have been sent. Change the"
                                + " session before the response begins");
    }

    @Test
    void aValueThatNoLongerFitsIsAnExceptionOfItsOwnGetOnly() {
        browser.with(TestSessions.cookie(Map.of("cart", Map.of("lines", "s3cret"), "amount", 7)).getValue());

        Response shown = browser.get("/blocking/show");
        assertThat(shown.statusCode()).isEqualTo(500);
        assertThat(browser.get("/blocking/untouched").statusCode()).isEqualTo(200);
        assertThat(browser.get("/blocking/misfit").asString()).isEqualTo("true, Session 'default', key 'cart': the stored map"
                + " can't become a " + Cart.class.getTypeName() + ": MismatchedInputException for type java.util.ArrayList at "
                + Cart.class.getTypeName() + ".lines; get(key, Map.class) reads the map, amount 7");

        assertThat(browser.get("/blocking/replace").statusCode()).isEqualTo(200);
        assertThat(browser.get("/blocking/show").asString()).isEqualTo("bread 1; no lines");
    }

    @Test
    void aValueOfANamedSessionIsInThatSessionOnly() {
        Response response = given().get("/named/set");

        assertThat(response.asString()).isEqualTo("unnamed absent, onboarding [bread 1], other true");
        assertThat(setCookies(response)).hasSize(2)
                .anyMatch(cookie -> cookie.startsWith("__onboarding="))
                .anyMatch(cookie -> cookie.startsWith("__other="));
    }

    @Test
    void itIsInjectedWhereverAndHowever() {
        browser.get("/blocking/replace");

        assertThat(browser.get("/injected").asString()).isEqualTo("[bread 1] ".repeat(5));
    }

    @Test
    void aValueThatIsInjectedSomewhereCanBeLookedUpByItsKey() {
        browser.get("/blocking/replace");

        assertThat(browser.get("/looked-up").asString())
                .isEqualTo("[bread 1], of onboarding: absent, without injection point: none");
    }

    record Line(String sku, int quantity) {

        @Override
        public String toString() {
            return sku + " " + quantity;
        }
    }

    record Cart(List<Line> lines) {

        @Override
        public String toString() {
            return lines.toString();
        }
    }

    enum Size {
        SMALL,
        LARGE
    }

    /** What the endpoints of all kinds do, each with its own injected values. */
    static final class Shop {

        private Shop() {
        }

        static String add(SessionValue<Cart> cart, SessionValue<List<Line>> lines, String sku) {
            List<Line> more = new ArrayList<>(cart.get().map(Cart::lines).orElse(List.of()));
            more.add(new Line(sku, more.size() + 1));
            cart.set(new Cart(more));
            List<Line> moreLines = new ArrayList<>(lines.get().orElse(List.of()));
            moreLines.add(new Line(sku, moreLines.size() + 1));
            lines.set(moreLines);
            return "added";
        }

        static String show(SessionValue<Cart> cart, SessionValue<List<Line>> lines) {
            Optional<Cart> stored = cart.get();
            if (stored.isEmpty()) {
                return lines.isPresent() ? "only lines" : "no cart, no lines";
            }
            // as Line, and not as the map that it is stored as
            return text(stored.get().lines()) + "; " + lines.get().map(Shop::text).orElse("no lines");
        }

        private static String text(List<Line> lines) {
            return String.join(", ", lines.stream().map(line -> line.sku() + " " + line.quantity()).toList());
        }
    }

    @Path("/blocking")
    @Blocking
    public static class BlockingShop {

        @Inject
        UserSession session;

        @Inject
        @SessionKey("cart")
        SessionValue<Cart> cart;

        @Inject
        @SessionKey("lines")
        SessionValue<List<Line>> lines;

        @Inject
        @SessionKey("size")
        SessionValue<Size> size;

        @Inject
        @SessionKey("amount")
        SessionValue<Integer> amount;

        @Inject
        @SessionKey("")
        SessionValue<Instant> time;

        @Inject
        @SessionKey("bytes")
        SessionValue<byte[]> bytes;

        @Inject
        @SessionKey("array")
        SessionValue<Line[]> array;

        @Inject
        @SessionKey("map")
        SessionValue<Map<String, List<Line>[]>> map;

        @GET
        @Path("add")
        public String add(@RestQuery String sku) {
            return Shop.add(cart, lines, sku);
        }

        @GET
        @Path("arrays")
        @SuppressWarnings("unchecked")
        public String arrays() {
            array.set(new Line[] { new Line("bread", 1) });
            map.set(Map.of("a", new List[] { List.of(new Line("honey", 1)) }));
            return array.get().orElseThrow()[0].sku() + ", " + map.get().orElseThrow().get("a")[0].get(0).sku();
        }

        @GET
        @Path("show")
        public String show() {
            return Shop.show(cart, lines);
        }

        @GET
        @Path("untouched")
        public String untouched() {
            return "untouched";
        }

        @GET
        @Path("same-as-the-session")
        public String sameAsTheSession() {
            cart.set(new Cart(List.of(new Line("bread", 1))));
            String seenBySession = session.get("cart", Cart.class).orElseThrow().toString();
            session.set("cart", new Cart(List.of(new Line("honey", 1))));
            String seenByValue = cart.get().orElseThrow().toString();
            cart.unset();
            return "session sees " + seenBySession + ", value sees " + seenByValue + ", after unset: " + session.has("cart")
                    + " "
                    + cart.isPresent();
        }

        @GET
        @Path("flash")
        public String flash() {
            session.flash("cart", new Cart(List.of(new Line("bread", 1))));
            return cart.isPresent() + ": " + cart.get().orElseThrow() + ", then " + cart.isPresent() + ": "
                    + cart.get().map(Cart::lines).orElse(List.of());
        }

        @GET
        @Path("set-size")
        public String setSize(@RestQuery Size size) {
            this.size.set(size);
            amount.set(7);
            time.set(Instant.parse("2026-01-02T03:04:05Z"));
            bytes.set(new byte[] { 1, 2 });
            return "set";
        }

        @GET
        @Path("plain")
        public String plain() {
            byte[] stored = bytes.get().orElseThrow();
            return size.get().orElseThrow().name() + ", " + amount.get().orElseThrow().intValue() + ", "
                    + time.get().orElseThrow().plusSeconds(0) + ", [" + stored[0] + ", " + stored[1] + "]";
        }

        @GET
        @Path("set-null")
        public String setNull() {
            try {
                cart.set(null);
                return "set";
            } catch (SessionValueException e) {
                return e.getMessage();
            }
        }

        @GET
        @Path("set-too-much")
        public String setTooMuch() {
            try {
                cart.set(new Cart(List.of(new Line("x".repeat(4000), 1))));
                return "set";
            } catch (SessionTooLargeException e) {
                return e.getMessage() + cart.get();
            }
        }

        @GET
        @Path("misfit")
        public String misfit() {
            try {
                return cart.get().toString();
            } catch (SessionValueException e) {
                return cart.isPresent() + ", " + e.getMessage() + ", amount " + amount.get().orElseThrow();
            }
        }

        @GET
        @Path("replace")
        public String replace() {
            cart.set(new Cart(List.of(new Line("bread", 1))));
            return "replaced";
        }
    }

    @Path("/uni")
    public static class UniShop {

        @Inject
        @SessionKey("cart")
        SessionValue<Cart> cart;

        @Inject
        @SessionKey("lines")
        SessionValue<List<Line>> lines;

        @GET
        @Path("add")
        public Uni<String> add(@RestQuery String sku) {
            return onWorker(sku).map(item -> Shop.add(cart, lines, item));
        }

        @GET
        @Path("show")
        public Uni<String> show() {
            return onWorker("").map(item -> Shop.show(cart, lines));
        }

        private static Uni<String> onWorker(String item) {
            return Uni.createFrom().item(item).emitOn(Infrastructure.getDefaultWorkerPool());
        }
    }

    @ApplicationScoped
    public static class RouteShop {

        @Inject
        @SessionKey("cart")
        SessionValue<Cart> cart;

        @Inject
        @SessionKey("lines")
        SessionValue<List<Line>> lines;

        @Route(path = "/route/add")
        String add(@Param String sku) {
            return Shop.add(cart, lines, sku);
        }

        @Route(path = "/route/show")
        String show() {
            return Shop.show(cart, lines);
        }

        @Route(path = "/route/set-late")
        void setLate(RoutingContext rc) {
            rc.response().setChunked(true).write("first\n");
            try {
                cart.set(new Cart(List.of()));
                rc.response().end("set");
            } catch (SessionCommittedException e) {
                rc.response().end(e.getMessage());
            }
        }
    }

    @WebServlet("/servlet/*")
    public static class ServletShop extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Inject
        @SessionKey("cart")
        transient SessionValue<Cart> cart;

        @Inject
        @SessionKey("lines")
        transient SessionValue<List<Line>> lines;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write(request.getPathInfo().equals("/add")
                    ? Shop.add(cart, lines, request.getParameter("sku"))
                    : Shop.show(cart, lines));
        }
    }

    /** A type variable that a subclass has given a type. */
    public abstract static class OfType<T> {

        @Inject
        @SessionName("onboarding")
        @SessionKey("cart")
        SessionValue<T> value;
    }

    @Path("/named")
    public static class Answers extends OfType<Cart> {

        @Inject
        @SessionKey("cart")
        SessionValue<Cart> unnamed;

        @Inject
        @SessionName("other")
        @SessionKey("cart")
        SessionValue<Boolean> other;

        @GET
        @Path("set")
        public String set() {
            value.set(new Cart(List.of(new Line("bread", 1))));
            other.set(true);
            Cart onboarding = value.get().orElseThrow();
            return "unnamed " + (unnamed.isPresent() ? "present" : "absent") + ", onboarding " + onboarding + ", other "
                    + other.get().orElseThrow();
        }
    }

    @Singleton
    @Path("/injected")
    public static class AnyInjection {

        private final SessionValue<Cart> byConstructor;
        private SessionValue<Cart> byMethod;

        @SessionKey("cart") // qualified, and so injected
        SessionValue<Cart> byField;

        @Inject
        @SessionKey("cart")
        Instance<SessionValue<Cart>> instance;

        @Inject
        @SessionKey("cart")
        Provider<SessionValue<Cart>> provider;

        @Inject
        @SessionKey("looked-up")
        Instance<SessionValue<Boolean>> lookedUp;

        AnyInjection(@SessionKey("cart") SessionValue<Cart> byConstructor) {
            this.byConstructor = byConstructor;
        }

        @Inject
        void initialize(@SessionKey("cart") SessionValue<Cart> byMethod) {
            this.byMethod = byMethod;
        }

        @GET
        public String get() {
            StringBuilder text = new StringBuilder();
            Stream.of(byConstructor, byMethod, byField, instance.get(), provider.get())
                    .forEach(value -> text.append(value.get().orElseThrow()).append(' '));
            lookedUp.get().set(true);
            return text.toString();
        }
    }

    @Path("/looked-up")
    public static class LookUps {

        private static final TypeLiteral<SessionValue<Cart>> CART = new TypeLiteral<>() {
        };

        @GET
        public String get() {
            SessionValue<Cart> cart = CDI.current().select(CART, SessionKey.Literal.of("cart")).get();
            SessionValue<Cart> onboarding = CDI.current()
                    .select(CART, SessionName.Literal.of("onboarding"), SessionKey.Literal.of("cart")).get();
            boolean other = CDI.current().select(CART, SessionKey.Literal.of("other")).isResolvable();
            return cart.get().orElseThrow() + ", of onboarding: " + (onboarding.isPresent() ? "present" : "absent")
                    + ", without injection point: " + (other ? "one" : "none");
        }
    }
}
