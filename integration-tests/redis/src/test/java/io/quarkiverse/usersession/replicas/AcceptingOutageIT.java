package io.quarkiverse.usersession.replicas;

class AcceptingOutageIT extends OutageTests {

    AcceptingOutageIT() {
        super(false, true);
    }
}
