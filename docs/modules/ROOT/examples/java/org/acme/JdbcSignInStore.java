package org.acme;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

@Singleton
public class JdbcSignInStore implements SignInStore {

    // tag::transaction[]
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{16}");
    private static final int MAX_SIGN_INS = 100;

    private final DataSource dataSource;
    private final InstantSource clock;
    private final Duration retention;

    @Inject
    JdbcSignInStore(DataSource dataSource,
            @ConfigProperty(name = "quarkus.user-session.max-age", defaultValue = "365D") Duration maxAge) {
        this(dataSource, InstantSource.system(), maxAge);
    }

    JdbcSignInStore(DataSource dataSource, InstantSource clock, Duration maxAge) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.retention = maxAge.plusSeconds(60);
    }

    private interface Work<T> {

        T in(Connection connection, String user, long now) throws SQLException;
    }

    private <T> Uni<T> transaction(String principal, Work<T> work) {
        return Uni.createFrom().item(() -> {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    T result = work.in(connection, hash(principal), clock.millis());
                    connection.commit();
                    return result;
                } finally {
                    connection.rollback(); // does nothing after the commit
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The database with the sign-ins has failed", e);
            }
        }).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()); // <1>
    }

    private static void lockAndRaise(Connection connection, String user, long atLeast) throws SQLException {
        String raise = "UPDATE sign_in_users SET mark = GREATEST(mark, ?) WHERE user_hash = ?"; // <2>
        if (update(connection, raise, atLeast, user) == 0) {
            update(connection, "INSERT INTO sign_in_users (user_hash, mark) VALUES (?, 0) ON CONFLICT DO NOTHING", user);
            update(connection, raise, atLeast, user);
        }
    }
    // end::transaction[]

    // tag::check[]
    @Override
    public Uni<Boolean> check(SignInCheck check) {
        if (!ID.matcher(check.id()).matches()) {
            return Uni.createFrom().item(false);
        }
        return transaction(check.principal(), (connection, user, now) -> {
            Known known = find(connection, user, check.id(), check.bound(), now);
            if (known == Known.NOT || known == Known.TO_BE_NOTED) {
                lockAndRaise(connection, user, 0);
                known = find(connection, user, check.id(), check.bound(), now); // <1>
                if (known == Known.NOT && check.signedInAt().toEpochMilli() < mark(connection, user)) {
                    return false;
                }
                if (known != Known.REFUSED) {
                    write(connection, user, check.id(), false, check.signedInAt().toEpochMilli(), now,
                            check.bound() ? now : null, check.userAgent().orElse(null));
                }
            }
            return known != Known.REFUSED;
        });
    }

    private static long mark(Connection connection, String user) throws SQLException {
        try (PreparedStatement query = statement(connection, "SELECT mark FROM sign_in_users WHERE user_hash = ?", user);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong("mark");
        }
    }

    private enum Known {
        ACTIVE,
        TO_BE_NOTED,
        REFUSED,
        NOT
    }

    private static Known find(Connection connection, String user, String id, boolean bound, long now)
            throws SQLException {
        try (PreparedStatement query = statement(connection,
                "SELECT ended, bound_at, signed_in_at IS NULL OR written_at < ? AS to_be_noted FROM sign_ins"
                        + " WHERE user_hash = ? AND id = ?",
                now - 60_000, user, id);
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return Known.NOT;
            }
            Long boundAt = row.getObject("bound_at", Long.class);
            if (row.getBoolean("ended") || !bound && boundAt != null && now - boundAt > 10_000) { // <2>
                return Known.REFUSED;
            }
            return row.getBoolean("to_be_noted") || bound && boundAt == null ? Known.TO_BE_NOTED : Known.ACTIVE;
        }
    }
    // end::check[]

    // tag::end[]
    @Override
    public Uni<Void> end(String principal, String id) {
        if (!ID.matcher(id).matches()) {
            return Uni.createFrom().voidItem();
        }
        return transaction(principal, (connection, user, now) -> {
            lockAndRaise(connection, user, 0);
            int known = update(connection, "UPDATE sign_ins SET ended = TRUE, written_at = ?, user_agent = NULL,"
                    + " signed_in_at = COALESCE(signed_in_at, ?) WHERE user_hash = ? AND id = ?", now, now, user, id);
            if (known == 0) {
                write(connection, user, id, true, now, now, null, null);
            }
            return null;
        });
    }

    @Override
    public Uni<Void> endAll(String principal, Instant before, Optional<String> exceptId) {
        String except = exceptId.filter(id -> ID.matcher(id).matches()).orElse("");
        return transaction(principal, (connection, user, now) -> {
            lockAndRaise(connection, user, before.toEpochMilli());
            update(connection, "UPDATE sign_ins SET ended = TRUE, written_at = ?, user_agent = NULL,"
                    + " signed_in_at = COALESCE(signed_in_at, ?) WHERE user_hash = ? AND id <> ?", now, now, user, except);
            if (!except.isEmpty() && find(connection, user, except, true, now) == Known.NOT) {
                write(connection, user, except, false, null, now, null, null);
            }
            return null;
        });
    }
    // end::end[]

    // tag::write[]
    private void write(Connection connection, String user, String id, boolean ended, Long signedInAt, long now,
            Long boundAt, String userAgent) throws SQLException {
        int known = update(connection, "UPDATE sign_ins SET ended = ?, signed_in_at = ?, written_at = ?,"
                + " bound_at = COALESCE(bound_at, ?), user_agent = COALESCE(?, user_agent) WHERE user_hash = ? AND id = ?",
                ended, signedInAt, now, boundAt, userAgent, user, id);
        if (known > 0) {
            return;
        }
        update(connection, "DELETE FROM sign_ins WHERE user_hash = ? AND written_at < ?", user, now - retention.toMillis());
        for (Dropped dropped : dropped(connection, user)) {
            update(connection, "DELETE FROM sign_ins WHERE user_hash = ? AND id = ?", user, dropped.id);
            if (dropped.keepsOut) {
                lockAndRaise(connection, user, dropped.signedInAt + 1); // <1>
            }
        }
        update(connection, "INSERT INTO sign_ins (user_hash, id, ended, signed_in_at, written_at, bound_at, user_agent)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)", user, id, ended, signedInAt, now, boundAt, userAgent);
    }

    private record Dropped(String id, boolean keepsOut, long signedInAt) {
    }

    private static List<Dropped> dropped(Connection connection, String user) throws SQLException {
        List<Dropped> dropped = new ArrayList<>();
        try (PreparedStatement query = statement(connection,
                "SELECT id, ended OR bound_at IS NOT NULL AS keeps_out, signed_in_at FROM sign_ins"
                        + " WHERE user_hash = ? ORDER BY written_at DESC OFFSET ?",
                user, MAX_SIGN_INS - 1);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                dropped.add(new Dropped(row.getString("id"), row.getBoolean("keeps_out"), row.getLong("signed_in_at")));
            }
        }
        return dropped;
    }
    // end::write[]

    // tag::list[]
    @Override
    public Uni<List<SignIn>> list(String principal) {
        return transaction(principal, (connection, user, now) -> {
            List<SignIn> signIns = new ArrayList<>();
            try (PreparedStatement query = statement(connection,
                    "SELECT id, COALESCE(signed_in_at, written_at) AS began, written_at, user_agent FROM sign_ins"
                            + " WHERE user_hash = ? AND NOT ended AND written_at >= ? ORDER BY began DESC",
                    user, now - retention.toMillis());
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long began = row.getLong("began");
                    signIns.add(new SignIn(row.getString("id"), Instant.ofEpochMilli(began),
                            Instant.ofEpochMilli(Math.max(began, row.getLong("written_at"))),
                            Optional.ofNullable(row.getString("user_agent"))));
                }
            }
            return signIns;
        });
    }
    // end::list[]

    // tag::hash[]
    private static String hash(String principal) {
        ByteBuffer characters = ByteBuffer.allocate(principal.length() * Character.BYTES);
        characters.asCharBuffer().put(principal);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(characters.array());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
    // end::hash[]

    private static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement update = statement(connection, sql, parameters)) {
            return update.executeUpdate();
        }
    }

    private static PreparedStatement statement(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
