package io.quarkiverse.usersession.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.junit.QuarkusTest;

/** What the guide shows in Kotlin. */
@QuarkusTest
class KotlinTest {

    private final Browser browser = new Browser();

    @Test
    void aKotlinApplicationKeepsADataClassInTheSession() {
        assertThat(browser.get("/list").asString()).isEqualTo("No news, visit 1: []");

        browser.post("/list", "title", "Emma");
        browser.post("/list", "title", "Persuasion");

        assertThat(browser.get("/list").asString()).isEqualTo("Added Persuasion, visit 2: [Emma, Persuasion]");
        assertThat(browser.get("/list").asString()).isEqualTo("No news, visit 3: [Emma, Persuasion]");
    }
}
