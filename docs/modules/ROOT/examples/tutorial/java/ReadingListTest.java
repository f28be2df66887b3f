package org.acme;

import static io.quarkiverse.usersession.testing.SessionAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import jakarta.enterprise.util.TypeLiteral;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.TestSession;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class ReadingListTest {

    @Test
    void browsersAreSentToTheLoginPage() {
        given().redirects().follow(false).accept("text/html").get("/")
                .then().statusCode(302).header("Location", endsWith("/login"));
    }

    @Test
    void theRightPasswordSignsIn() {
        Response response = given().redirects().follow(false).formParam("name", "ada").formParam("password", "tutorial")
                .post("/login");

        assertThat(response).setsSessionCookie();
    }

    @Test
    @TestSession(principal = "ada", roles = "reader", values = "books:=[\"Emma\"]") // <1>
    void aBookIsAddedToTheList() {
        Response response = given().redirects().follow(false).formParam("title", "Persuasion").post("/books");

        List<String> books = TestSessions.open(response).get("books", new TypeLiteral<List<String>>() { // <2>
        }).orElseThrow();
        assertEquals(List.of("Emma", "Persuasion"), books);
    }

    @Test
    @TestSession(principal = "ada", roles = "reader", values = "books:=[\"Emma\"]")
    void thePageShowsTheList() {
        given().get("/").then().body(containsString("<li>Emma</li>"));
    }
}
