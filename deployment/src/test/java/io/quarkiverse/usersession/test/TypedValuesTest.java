package io.quarkiverse.usersession.test;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;

import io.quarkiverse.usersession.SessionValueException;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testing.OpenedSession;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

/** Records as values, through the ObjectMapper as the application has set it. */
class TypedValuesTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints()
            .withApplicationRoot(jar -> jar
                    .addPackage(io.quarkiverse.usersession.test.app.BlockingEndpoints.class.getPackage())
                    .addPackage(TestApplication.class.getPackage())
                    .addClasses(Endpoints.class, Item.class, Order.class, SnakeCase.class));

    private Browser browser;

    @BeforeEach
    void fillTheCart() {
        browser = new Browser();
        browser.get("/typed/set");
    }

    @Test
    void aListOfRecordsComesBackInTheNextRequest() {
        assertThat(browser.get("/typed/get").asString())
                .isEqualTo("[Item[itemName=bread, quantity=2, added=2026-01-02T03:04:05Z]]");
    }

    @Test
    void theSettingsOfTheApplicationCountForItsClassesAndNotForPlainValues() {
        assertThat(browser.get("/typed/data").asString()).contains("item_name=bread", "plainKey=1").doesNotContain("plain_key");
    }

    @Test
    void anEqualRecordIsNoChange() {
        assertThat(setCookies(browser.get("/typed/set"))).isEmpty();
    }

    @Test
    void aValueThatNoLongerFitsIsAnExceptionOfItsOwnGetOnly() {
        assertThat(browser.get("/typed/misfit").asString()).isEqualTo("Session 'default', key 'cart': the stored map can't"
                + " become a " + Order.class.getTypeName() + ": MismatchedInputException for type java.util.ArrayList at "
                + Order.class.getTypeName() + ".quantity; get(key, List.class) reads the list - 1");
    }

    @Test
    void aTestStoresAndReadsThemAsTheApplicationDoes() {
        List<Item> cart = List.of(new Item("honey", 1, Instant.parse("2026-01-02T03:04:05Z")));

        Response response = new Browser().with(TestSessions.cookie(Map.of("cart", cart)).getValue()).get("/typed/add");

        assertThat(response.asString()).isEqualTo("[Item[itemName=honey, quantity=1, added=2026-01-02T03:04:05Z]]");
        OpenedSession session = TestSessions.open(response);
        assertThat(session.data().toString()).contains("item_name=honey");
        assertThat(session.get("cart", new TypeLiteral<List<Item>>() {
        })).contains(cart);
    }

    public record Item(String itemName, int quantity, Instant added) {
    }

    public record Order(List<String> quantity) {
    }

    @Singleton
    public static class SnakeCase implements ObjectMapperCustomizer {

        @Override
        public void customize(ObjectMapper mapper) {
            mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        }
    }

    @Path("/typed")
    public static class Endpoints {

        @Inject
        UserSession session;

        @GET
        @Path("set")
        public String set() {
            session.set("cart", List.of(new Item("bread", 2, Instant.parse("2026-01-02T03:04:05Z")))).set("plainKey", 1);
            return "set";
        }

        @GET
        @Path("get")
        public String get() {
            return session.get("cart", new TypeLiteral<List<Item>>() {
            }).orElseThrow().toString();
        }

        @GET
        @Path("add")
        public String add() {
            session.set("added", true);
            return get();
        }

        @GET
        @Path("data")
        public String data() {
            return session.data().toString();
        }

        @GET
        @Path("misfit")
        public String misfit() {
            try {
                return session.get("cart", new TypeLiteral<List<Order>>() {
                }).toString();
            } catch (SessionValueException e) {
                return e.getMessage() + " - " + session.get("plainKey", Integer.class).orElseThrow();
            }
        }
    }
}
