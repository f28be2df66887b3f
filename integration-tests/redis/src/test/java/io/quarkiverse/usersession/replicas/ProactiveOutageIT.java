package io.quarkiverse.usersession.replicas;

class ProactiveOutageIT extends OutageTests {

    ProactiveOutageIT() {
        super(true, false);
    }
}
