package io.quarkiverse.usersession.replicas;

class ProactiveManyConnectionsIT extends ManyConnectionsTests {

    ProactiveManyConnectionsIT() {
        super(true);
    }
}
