package io.quarkiverse.usersession.test.signin;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.test.app.BlockingEndpoints;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Users sign in with a session, and programs bring a token (JWT). */
class BearerSignInTest {

    private static final KeyPair KEYS = keys();

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints()
            .withApplicationRoot(jar -> jar
                    .addPackage(BlockingEndpoints.class.getPackage())
                    .addPackage(TestApplication.class.getPackage())
                    .addClasses(SignInTests.class, Pages.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-smallrye-jwt", Version.getVersion())))
            .overrideConfigKey("quarkus.user-session.sign-in.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.user-session.sign-in.login-page", "/login")
            .overrideConfigKey("mp.jwt.verify.publickey",
                    Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()))
            .overrideConfigKey("mp.jwt.verify.issuer", "https://issuer.example");

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser();
    }

    @Test
    void aTokenIsTheUserWhereThereIsOne() throws GeneralSecurityException {
        browser.get("/sign-in?user=ada");

        Response response = browser.get("/for-admins", bearer(token("robot", "admin")));

        assertThat(response.asString()).isEqualTo("robot [admin]");
        assertThat(setCookies(response)).isEmpty();
        assertThat(browser.get("/for-users").asString()).isEqualTo("ada []");
    }

    @Test
    void aTokenThatIsNotValidIsRefusedWhateverTheSessionSays() {
        browser.get("/sign-in?user=ada&role=admin");

        Response response = browser.get("/for-admins", bearer("not.a.token"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void whoHasNeitherIsSentToTheLoginPageOrToldToBringAToken() {
        Response page = browser.get("/for-users", SignInTests.html());
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.header("Location")).isEqualTo("/login");

        Response program = new Browser().get("/for-users");
        assertThat(program.statusCode()).isEqualTo(401);
        assertThat(program.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static String token(String user, String group) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String content = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(
                "{\"iss\":\"https://issuer.example\",\"upn\":\"%s\",\"sub\":\"%s\",\"groups\":[\"%s\"],\"iat\":%d,\"exp\":%d}"
                        .formatted(user, user, group, now, now + 300));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KEYS.getPrivate());
        signature.update(content.getBytes(UTF_8));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    /** One pair, though this class is loaded twice: with the tests, and with the application. */
    private static KeyPair keys() {
        try {
            String kept = BearerSignInTest.class.getName();
            if (System.getProperties().get(kept) instanceof KeyPair keys) {
                return keys;
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair keys = generator.generateKeyPair();
            System.getProperties().put(kept, keys);
            return keys;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
