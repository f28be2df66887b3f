package io.quarkiverse.usersession.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.smallrye.mutiny.Uni;

/** A store and its clock. Its methods wait for the answers of the store. */
final class StoreUnderTest {

    static final Duration MAX_AGE = Duration.ofDays(30);
    /** The minimum time for which a store remembers something. */
    static final Duration RETENTION = MAX_AGE.plusSeconds(60);
    static final String ADA = "ada";
    static final String BOB = "bob";
    static final Optional<String> FIREFOX = Optional
            .of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");

    private final SignInStoreSuite suite;
    private final SignInStore store;
    private final SignInStore replica;
    private final SuiteClock clock;

    StoreUnderTest(SignInStoreSuite suite, SignInStore store, SignInStore replica, SuiteClock clock) {
        this.suite = suite;
        this.store = store;
        this.replica = replica;
        this.clock = clock;
    }

    /** A second store with the same sign-ins, as on another replica. */
    StoreUnderTest replica() {
        return new StoreUnderTest(suite, replica, store, clock);
    }

    SignInStore store() {
        return store;
    }

    int maxSignIns() {
        return suite.maxSignIns();
    }

    int rounds() {
        return suite.rounds();
    }

    /** The current time, to the millisecond. */
    Instant now() {
        return clock.instant();
    }

    void advance(Duration step) {
        suite.advance(clock, step);
    }

    void advanceSeconds(long seconds) {
        advance(Duration.ofSeconds(seconds));
    }

    /** A different id for each number. */
    static String id(int number) {
        byte[] bytes = new byte[12];
        new Random(number).nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    static SignInCheck sign(String principal, int id, Instant at) {
        return new SignInCheck(principal, id(id), at, FIREFOX);
    }

    boolean isActive(String principal, int id, Instant signedInAt) {
        return isActive(sign(principal, id, signedInAt));
    }

    /** A sign-in that is bound to a browser. */
    boolean isActiveAsBound(String principal, int id, Instant signedInAt) {
        return isActive(new SignInCheck(principal, id(id), signedInAt, FIREFOX, true));
    }

    boolean isActive(SignInCheck check) {
        Boolean answer = await(store.check(check));
        assertThat(answer).as("the answer about a sign-in").isNotNull();
        return answer;
    }

    /** Calls {@link #isActive(String, int, Instant)} for a sign-in that must be active. */
    void register(String principal, int id, Instant signedInAt) {
        assertThat(isActive(principal, id, signedInAt)).as("whether a new sign-in is active").isTrue();
    }

    List<SignIn> list(String principal) {
        List<SignIn> list = await(store.list(principal));
        assertThat(list).as("the list of sign-ins").isNotNull().doesNotContainNull();
        return list;
    }

    List<String> ids(String principal) {
        return list(principal).stream().map(SignIn::id).toList();
    }

    /** The only sign-in of the user. */
    SignIn listed(String principal) {
        List<SignIn> list = list(principal);
        assertThat(list).hasSize(1);
        return list.get(0);
    }

    void end(String principal, int id) {
        end(principal, id(id));
    }

    void end(String principal, String id) {
        assertThat((Object) await(store.end(principal, id))).as("the item of end").isNull();
    }

    void endAll(String principal, Instant before) {
        endAll(principal, before, Optional.empty());
    }

    void endAllBut(String principal, Instant before, int exceptId) {
        endAll(principal, before, Optional.of(id(exceptId)));
    }

    void endAll(String principal, Instant before, Optional<String> exceptId) {
        assertThat((Object) await(store.endAll(principal, before, exceptId))).as("the item of endAll").isNull();
    }

    private <T> T await(Uni<T> uni) {
        assertThat(uni).as("the Uni of a store").isNotNull();
        return uni.await().atMost(suite.timeout());
    }

    /** Texts that are not ids. A store must never use one of them in a key, a pattern or a path. */
    static List<String> otherForms() {
        String id = id(1);
        return Arrays.asList("", "!", "*", "mark", id.substring(1), id + "A", id + "=", id + "\n", " " + id.substring(1),
                id.substring(1) + "=", id.substring(1) + "+", id.substring(1) + "/", id.substring(1) + "\0",
                "../../etc/passw", "AAAAAAAAAAAAAA==", "AAAAAAA:AAAAAAAA", "%%%%%%%%%%%%%%%%", "****************",
                "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ", "AAAAAAAAAAAAAAA\uD800", "１１１１１１１１１１１１１１１１", id + id, id.repeat(4096),
                new String(new char[16]), "'; DROP TABLE--;".substring(0, 16),
                new String(id.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }
}
