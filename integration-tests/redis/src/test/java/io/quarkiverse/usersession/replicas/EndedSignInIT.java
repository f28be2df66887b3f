package io.quarkiverse.usersession.replicas;

class EndedSignInIT extends EndedSignInTests {

    EndedSignInIT() {
        super(false);
    }
}
