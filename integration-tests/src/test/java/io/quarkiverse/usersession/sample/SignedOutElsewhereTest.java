package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** Buttons on a device whose sign-in another replica has ended, so that only the store knows. */
@QuarkusTest
@TestProfile(SignedOutElsewhereTest.StoreIsAskedEachTime.class)
class SignedOutElsewhereTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public static final class StoreIsAskedEachTime implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.user-session.sign-in.store.cache", "0S");
        }
    }

    @Inject
    SignInStore store;

    @ParameterizedTest
    @CsvSource({ "/cart/honey, 'Honey, 500 g: one added to your cart', 1 × Honey",
            "/cart/honey/remove, 'Honey, 500 g: taken out of your cart', Your cart is empty.",
            "/cart/empty, All products were taken out of your cart, Your cart is empty.",
            "/cart/nothing, There is no such product, Your cart is empty." })
    void theCartIsThatOfAVisitorFromNowOn(String button, String message, String cart) {
        String user = "user " + UUID.randomUUID();
        Browser phone = new Browser();
        phone.post("/cart/bread");
        phone.post("/sign-in", "name", user);
        store.list(user).await().atMost(PATIENCE).forEach(signIn -> store.end(user, signIn.id()).await().atMost(PATIENCE));

        Response pressed = phone.post(button);

        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(phone.get("/").asString()).contains("You are not signed in", message, cart)
                .doesNotContain("1 × Rye bread", user);
    }
}
