package io.quarkiverse.usersession.replicas;

class OutageIT extends OutageTests {

    OutageIT() {
        super(false, false);
    }
}
