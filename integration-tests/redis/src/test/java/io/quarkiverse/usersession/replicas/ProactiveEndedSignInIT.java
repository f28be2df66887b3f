package io.quarkiverse.usersession.replicas;

/** The same where Quarkus authenticates each request. */
class ProactiveEndedSignInIT extends EndedSignInTests {

    ProactiveEndedSignInIT() {
        super(true);
    }
}
