package io.quarkiverse.usersession.replicas;

class ProactiveAcceptingOutageIT extends OutageTests {

    ProactiveAcceptingOutageIT() {
        super(true, true);
    }
}
