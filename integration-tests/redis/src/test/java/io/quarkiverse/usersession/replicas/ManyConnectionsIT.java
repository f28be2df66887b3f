package io.quarkiverse.usersession.replicas;

class ManyConnectionsIT extends ManyConnectionsTests {

    ManyConnectionsIT() {
        super(false);
    }
}
