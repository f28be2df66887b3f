package org.acme;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import org.h2.jdbcx.JdbcConnectionPool;

import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.testing.SignInStoreSuite;

// tag::class[]
class JdbcSignInStoreTest extends SignInStoreSuite {

    private JdbcConnectionPool database;
    private InstantSource clock;
    private Duration maxAge;

    @Override
    protected SignInStore createStore(InstantSource clock, Duration maxAge) throws Exception {
        this.clock = clock;
        this.maxAge = maxAge;
        database = JdbcConnectionPool.create( // <1>
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1", "sa", "");
        database.setMaxConnections(1); // <2>
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("RUNSCRIPT FROM 'classpath:/sign-ins.sql'");
        }
        return new JdbcSignInStore(database, clock, maxAge);
    }

    @Override
    protected SignInStore replicaOf(SignInStore store) {
        return new JdbcSignInStore(database, clock, maxAge); // <3>
    }

    @Override
    protected void closeStore(SignInStore store) {
        database.dispose();
    }
}
// end::class[]
