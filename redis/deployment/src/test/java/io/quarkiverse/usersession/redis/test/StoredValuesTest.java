package io.quarkiverse.usersession.redis.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.acme.OrderResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.StoredValue;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;

/** Large values in an application: in each kind of method, and on the server of the client that its settings name. */
class StoredValuesTest {

    private static final RedisServer SERVER = RedisServer.shared("StoredValuesTest");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Line.class, Cart.class, BlockingShop.class, VirtualShop.class,
                    UniShop.class, Account.class, Shape.class, Circle.class, OrderResource.class, OrderResource.Order.class))
            .overrideConfigKey("quarkus.redis.devservices.enabled", "false")
            .overrideConfigKey("quarkus.user-session.stored-values.max-age", "2H")
            .overrideConfigKey("quarkus.user-session.stored-values.redis.client-name", "values")
            .overrideRuntimeConfigKey("quarkus.user-session.stored-values.max-size", "1200000")
            .overrideRuntimeConfigKey("quarkus.user-session.stored-values.timeout", "30S") // as the machine may be busy
            .overrideRuntimeConfigKey("quarkus.redis.values.hosts", SERVER.uri());

    @ConfigProperty(name = "quarkus.application.name")
    String application;

    @Inject
    @SessionKey("notes")
    StoredValue<String> notes;

    private final Browser browser = new Browser();

    @BeforeEach
    void empty() {
        SERVER.command("FLUSHALL");
    }

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "virtual", "uni" })
    void whatOneRequestStoresTheNextOneReadsInEachKindOfMethod(String kind) {
        assertThat(browser.get("/" + kind + "/show").asString()).isEqualTo("no cart");

        browser.get("/" + kind + "/add?sku=bread");
        browser.get("/" + kind + "/add?sku=honey");

        assertThat(browser.get("/" + kind + "/show").asString()).isEqualTo("2 lines, 1000000 characters");
        assertThat(browser.cookie()).hasSizeLessThan(400);
        assertThat(keysOfValues()).singleElement()
                .satisfies(key -> assertThat(Long.parseLong(SERVER.command("TTL", key))).isBetween(6_000L, 7_200L));

        assertThat(browser.get("/" + kind + "/add?sku=too-much").statusCode()).as("above the limit").isEqualTo(500);
        assertThat(browser.get("/" + kind + "/show").asString()).isEqualTo("2 lines, 1000000 characters");

        browser.get("/" + kind + "/remove");
        assertThat(browser.get("/" + kind + "/show").asString()).isEqualTo("no cart");
        assertThat(SERVER.command("KEYS", "*")).isEmpty();
    }

    /** Waits until a value that was replaced has its other name, which it gets in the background. */
    private List<String> keysOfValues() {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        List<String> keys;
        do {
            keys = SERVER.command("KEYS", application + ":value:{*}:*").lines().filter(key -> !key.endsWith(":replaced"))
                    .toList();
        } while (keys.size() > 1 && System.nanoTime() - end < 0);
        return keys;
    }

    /** A megabyte takes milliseconds, for which an event loop is not there for others. */
    @ParameterizedTest
    @ValueSource(strings = { "blocking", "virtual" })
    void whoWaitsConvertsTheValueToo(String kind) {
        browser.get("/" + kind + "/add?sku=bread");

        assertThat(browser.get("/" + kind + "/thread").asString()).isEqualTo("its own thread");
    }

    @Test
    void valuesHaveTypesWithArguments() {
        browser.get("/account/shelves/write");

        assertThat(browser.get("/account/shelves/read").asString()).isEqualTo("bread and honey, a circle of 2");
    }

    @Test
    void signingOutRemovesTheValuesOfItsSessionOnly() {
        browser.get("/account/write");
        Browser other = new Browser();
        other.get("/account/write");
        browser.get("/account/leave");

        assertThat(browser.get("/account/read").asString()).isEqualTo("nothing");
        assertThat(other.get("/account/read").asString()).isEqualTo("mine");
    }

    @Test
    void aNamedSessionHasValuesOfItsOwn() {
        browser.get("/account/write");
        Browser onboarding = new Browser("__onboarding");
        onboarding.get("/account/answer");

        assertThat(onboarding.get("/account/answers").asString()).isEqualTo("answered");
        assertThat(browser.get("/account/answers").asString()).isEqualTo("nothing");
        assertThat(browser.get("/account/read").asString()).isEqualTo("mine");
    }

    @Test
    void theResourceOfTheGuideKeepsAnOrder() {
        browser.send("POST", "/order", given().contentType("text/plain").body("bread"));
        browser.send("POST", "/order", given().contentType("text/plain").body("honey"));
        assertThat(browser.get("/order").asString()).isEqualTo("bread\nhoney");

        browser.send("DELETE", "/order", given());
        assertThat(browser.get("/order").asString()).isEmpty();
    }

    @Test
    void whereNoRequestIsServedEachMethodSaysWhatToUse() {
        for (Supplier<?> use : List.<Supplier<?>> of(notes::get, () -> notes.set("mine"), notes::unset, notes::getAndAwait)) {
            assertThatThrownBy(use::get).isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("There is no user session here");
        }
    }

    record Line(String sku, String text) {
    }

    record Cart(List<Line> lines) {

        static volatile Thread madeOn;

        Cart {
            madeOn = Thread.currentThread();
        }

        static String thread(Optional<Cart> stored) {
            return stored.isPresent() && madeOn == Thread.currentThread() ? "its own thread" : "another thread";
        }

        Cart with(String sku) {
            List<Line> more = new ArrayList<>(lines);
            more.add(new Line(sku, "x".repeat(500_000)));
            return new Cart(more);
        }

        static Cart of(Optional<Cart> stored) {
            return stored.orElse(new Cart(List.of()));
        }

        static String shown(Optional<Cart> stored) {
            return stored.map(cart -> cart.lines().size() + " lines, "
                    + cart.lines().stream().mapToInt(line -> line.text().length()).sum() + " characters").orElse("no cart");
        }
    }

    @Path("/blocking")
    static class BlockingShop {

        @Inject
        @SessionKey("cart")
        StoredValue<Cart> cart;

        @GET
        @Path("add")
        public String add(@QueryParam("sku") String sku) {
            cart.setAndAwait(Cart.of(cart.getAndAwait()).with(sku));
            return "added";
        }

        @GET
        @Path("show")
        public String show() {
            return Cart.shown(cart.getAndAwait());
        }

        @GET
        @Path("thread")
        public String thread() {
            return Cart.thread(cart.getAndAwait());
        }

        @GET
        @Path("remove")
        public String remove() {
            cart.unsetAndAwait();
            return "removed";
        }
    }

    /**
     * On virtual threads from JDK 21 on, and on others before. {@code @RunOnVirtualThread} is refused in classes that are
     * compiled for an older one, as these are.
     */
    @Path("/virtual")
    static class VirtualShop {

        @Inject
        @SessionKey("cart")
        StoredValue<Cart> cart;

        @Inject
        @VirtualThreads
        ExecutorService threads;

        @GET
        @Path("add")
        public Uni<String> add(@QueryParam("sku") String sku) {
            return onVirtualThread(() -> {
                cart.setAndAwait(Cart.of(cart.getAndAwait()).with(sku));
                return "added";
            });
        }

        @GET
        @Path("show")
        public Uni<String> show() {
            return onVirtualThread(() -> Cart.shown(cart.getAndAwait()));
        }

        @GET
        @Path("thread")
        public Uni<String> thread() {
            return onVirtualThread(() -> Cart.thread(cart.getAndAwait()));
        }

        @GET
        @Path("remove")
        public Uni<String> remove() {
            return onVirtualThread(() -> {
                cart.unsetAndAwait();
                return "removed";
            });
        }

        private Uni<String> onVirtualThread(Supplier<String> work) {
            return Uni.createFrom().item(() -> {
                assertThat(Thread.currentThread().getClass().getName().contains("Virtual"))
                        .isEqualTo(Runtime.version().feature() >= 21);
                return work.get();
            }).runSubscriptionOn(threads);
        }
    }

    @Path("/uni")
    static class UniShop {

        @Inject
        @SessionKey("cart")
        StoredValue<Cart> cart;

        @GET
        @Path("add")
        public Uni<String> add(@QueryParam("sku") String sku) {
            return cart.get().flatMap(stored -> cart.set(Cart.of(stored).with(sku))).replaceWith("added");
        }

        @GET
        @Path("show")
        public Uni<String> show() {
            return cart.get().map(Cart::shown);
        }

        @GET
        @Path("remove")
        public Uni<String> remove() {
            return cart.unset().replaceWith("removed");
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({ @JsonSubTypes.Type(value = Circle.class, name = "circle") })
    interface Shape {
    }

    record Circle(int radius) implements Shape {
    }

    @Path("/account")
    static class Account {

        @Inject
        @SessionKey("shelves")
        StoredValue<Map<String, List<Line>>> shelves;

        @Inject
        @SessionKey("shape")
        StoredValue<Shape> shape;

        @GET
        @Path("shelves/write")
        public Uni<String> writeShelves() {
            return shelves.set(Map.of("top", List.of(new Line("bread", ""), new Line("honey", ""))))
                    .chain(() -> shape.set(new Circle(2))).replaceWith("written");
        }

        @GET
        @Path("shelves/read")
        public Uni<String> readShelves() {
            return Uni.combine().all().unis(shelves.get(), shape.get()).with((lines, drawn) -> lines.orElseThrow().get("top")
                    .stream().map(Line::sku).collect(Collectors.joining(" and ")) + ", a circle of "
                    + ((Circle) drawn.orElseThrow()).radius());
        }

        @Inject
        UserSession session;

        @Inject
        @SessionKey("notes")
        StoredValue<String> notes;

        @Inject
        @SessionName("onboarding")
        @SessionKey("notes")
        StoredValue<String> answers;

        @GET
        @Path("write")
        public String write() {
            notes.setAndAwait("mine");
            return "written";
        }

        @GET
        @Path("read")
        public String read() {
            return notes.getAndAwait().orElse("nothing");
        }

        @GET
        @Path("leave")
        public String leave() {
            session.destroy();
            return "left";
        }

        @GET
        @Path("answer")
        public String answer() {
            answers.setAndAwait("answered");
            return "written";
        }

        @GET
        @Path("answers")
        public String answers() {
            return answers.getAndAwait().orElse("nothing");
        }
    }
}
