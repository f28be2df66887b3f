package io.quarkiverse.usersession.runtime.store;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignIns;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.format.SessionId;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.smallrye.mutiny.Uni;

/** Lists and ends sign-ins for the application, which sees when that fails. */
final class StoredSignIns implements SignIns {

    private final SignInBook book;
    private final Ender ender;
    private final Endings endings;
    private final StoreCalls store;
    private final InstantSource clock;
    private final Function<UserSession, SignedIn> signedIn;

    StoredSignIns(SignInBook book, Ender ender, Endings endings, StoreCalls store, InstantSource clock,
            Function<UserSession, SignedIn> signedIn) {
        this.book = book;
        this.ender = ender;
        this.endings = endings;
        this.store = store;
        this.clock = clock;
        this.signedIn = signedIn;
    }

    @Override
    public Uni<List<SignIn>> list(String principal) {
        requirePrincipal(principal);
        return StoredSignIns.<List<SignIn>> answer("The sign-ins of a user could not be listed",
                done -> store.list(principal, done))
                .map(signIns -> active(principal, signIns));
    }

    /** Leaves out the sign-ins that this replica has ended, because the store may not know that yet. */
    private List<SignIn> active(String principal, List<SignIn> signIns) {
        List<SignIn> active = new ArrayList<>(signIns.size());
        for (SignIn signIn : signIns) {
            if (!endings.isEnded(principal, signIn.id(), signIn.signedInAt().toEpochMilli())) {
                active.add(signIn);
            }
        }
        return List.copyOf(active);
    }

    @Override
    public Uni<Void> signOut(String principal, String signInId) {
        requirePrincipal(principal);
        if (!SessionId.isOne(Objects.requireNonNull(signInId, "signInId must not be null"))) {
            return Uni.createFrom().voidItem(); // of no sign-in, and not worth remembering
        }
        return answer("A sign-in could not be ended on other replicas", done -> ender.end(principal, signInId, done));
    }

    @Override
    public Uni<Void> signOutEverywhere(String principal) {
        requirePrincipal(principal);
        return answer("The sign-ins of a user could not be ended on other replicas",
                done -> ender.endAll(principal, clock.millis(), null, done));
    }

    /**
     * Asks about the sign-in that stays first. If a store doesn't know what is excepted from an ending of all, it takes that
     * for active, and so could revive it. It knows a sign-in that it has confirmed.
     */
    @Override
    public Uni<Void> signOutElsewhere(UserSession current) {
        requireSession(current);
        return Uni.createFrom().deferred(() -> {
            SignedIn stays = signedIn.apply(current);
            return stays == null ? nobody()
                    : book.ask(stays, null).flatMap(verdict -> switch (verdict) {
                        case ACTIVE -> endOthers(stays);
                        case UNAVAILABLE ->
                            Uni.createFrom().failure(new StoreFailure("The other sign-ins of a user were not ended, because the"
                                    + " sign-in store is unavailable and could not confirm the current one: call the method"
                                    + " again"));
                        case ENDED, UNBOUND_COPY, REFUSED -> nobody();
                    });
        });
    }

    private Uni<Void> endOthers(SignedIn stays) {
        return answer("The other sign-ins of a user could not be ended on other replicas",
                done -> ender.endAll(stays.principal(), clock.millis(), stays.id(), done));
    }

    private static Uni<Void> nobody() {
        return Uni.createFrom().failure(
                new IllegalStateException("Nobody is signed in to this session, so there are no other sign-ins to end"));
    }

    @Override
    public Uni<Boolean> isActive(UserSession session) {
        requireSession(session);
        return Uni.createFrom().deferred(() -> {
            SignedIn judged = signedIn.apply(session);
            return judged == null ? Uni.createFrom().item(false) : book.judge(judged, null).map(StoredSignIns::isActive);
        });
    }

    private static boolean isActive(Verdict verdict) {
        if (verdict == Verdict.UNAVAILABLE) {
            throw new StoreFailure("It can't be told whether a sign-in is active: the sign-in store is unavailable");
        }
        return verdict == Verdict.ACTIVE;
    }

    /** Each subscription starts the work again. If an event loop subscribes, the answer arrives in its Vert.x context. */
    private static <T> Uni<T> answer(String failed, Consumer<BiConsumer<T, Throwable>> command) {
        return Uni.createFrom().deferred(() -> Uni.createFrom().<T> emitter(waiting -> command.accept((item, failure) -> {
            if (failure == null) {
                waiting.complete(item);
            } else {
                waiting.fail(new StoreFailure(failed + " because the sign-in store failed: " + StoreFailure.reason(failure)));
            }
        })).emitOn(CallingContext.current()));
    }

    private static void requirePrincipal(String principal) {
        Objects.requireNonNull(principal, "principal must not be null");
    }

    private static void requireSession(UserSession session) {
        Objects.requireNonNull(session, "session must not be null");
    }
}
