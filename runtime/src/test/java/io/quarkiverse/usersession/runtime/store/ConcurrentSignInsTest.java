package io.quarkiverse.usersession.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SignIns;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.smallrye.mutiny.Uni;

/** Requests, sign-outs and a store that answers late, all at once. */
class ConcurrentSignInsTest {

    private static final int THREADS = 4;
    private static final int USERS = 5;
    private static final int SIGN_INS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** A store keeps its answers back and gives them in any order: none from before an ending lets anybody in after it. */
    @RepeatedTest(20)
    void nobodyIsLetInAfterTheEndOfTheirSignIn(RepetitionInfo seed) throws Exception {
        Replica replica = new Replica();
        SignIns signIns = replica.book.signIns(session -> null);
        InMemorySignInStore truth = new InMemorySignInStore(replica.time, Duration.ofDays(1));
        ConcurrentLinkedQueue<Runnable> late = new ConcurrentLinkedQueue<>();
        replica.store.behaviour = command -> {
            Object answer = answer(truth, command);
            if (command.check == null) {
                return Uni.createFrom().item(answer);
            }
            late.add(() -> command.answer(answer));
            return null;
        };
        Set<SignedIn> ended = ConcurrentHashMap.newKeySet();
        ConcurrentLinkedQueue<SignedIn> letIn = new ConcurrentLinkedQueue<>();

        inParallel(thread -> {
            Random random = new Random(seed.getCurrentRepetition() * 31L + thread);
            for (int i = 0; i < 500; i++) {
                SignedIn signedIn = signedIn(replica, random);
                switch (random.nextInt(8)) {
                    case 0 -> {
                        signIns.signOut(signedIn.principal(), signedIn.id()).await().indefinitely();
                        ended.add(signedIn);
                    }
                    case 1, 2, 3 -> {
                        Runnable answer = late.poll();
                        if (answer != null) {
                            answer.run();
                        }
                    }
                    default -> {
                        boolean before = ended.contains(signedIn);
                        replica.ask(signedIn).thenAccept(verdict -> {
                            if (before && verdict != Verdict.ENDED) {
                                letIn.add(signedIn);
                            }
                        });
                    }
                }
            }
        });
        for (Runnable answer = late.poll(); answer != null; answer = late.poll()) {
            answer.run();
        }

        assertThat(ended).isNotEmpty();
        assertThat(letIn).isEmpty();
        assertThat(ended).allSatisfy(signedIn -> assertThat(replica.judge(signedIn)).isEqualTo(Verdict.ENDED));
    }

    /** As the mark does not tell, the cache alone has to get it right. */
    @RepeatedTest(20)
    void noAnswerFromBeforeTheEndOfAllIsLeftInTheCache(RepetitionInfo seed) throws Exception {
        Replica replica = new Replica();
        SignIns signIns = replica.book.signIns(session -> null);
        InMemorySignInStore truth = new InMemorySignInStore(replica.time, Duration.ofDays(1));
        ConcurrentLinkedQueue<Runnable> late = new ConcurrentLinkedQueue<>();
        replica.store.behaviour = command -> {
            Object answer = answer(truth, command);
            late.add(() -> command.answer(answer));
            return null;
        };
        long ahead = replica.time.millis() + 30_000;

        inParallel(thread -> {
            Random random = new Random(seed.getCurrentRepetition() * 37L + thread);
            for (int i = 0; i < 500; i++) {
                switch (random.nextInt(6)) {
                    case 0 -> signIns.signOutEverywhere("user-" + random.nextInt(USERS)).subscribeAsCompletionStage();
                    case 1, 2 -> {
                        Runnable answer = late.poll();
                        if (answer != null) {
                            answer.run();
                        }
                    }
                    default -> replica.ask(signedIn(replica, random).at(ahead));
                }
            }
        });
        for (int user = 0; user < USERS; user++) {
            signIns.signOutEverywhere("user-" + user).subscribeAsCompletionStage();
        }
        for (Runnable answer = late.poll(); answer != null; answer = late.poll()) {
            answer.run();
        }

        replica.store.answersNothing();
        for (int user = 0; user < USERS; user++) {
            for (int i = 0; i < SIGN_INS; i++) {
                SignedIn signedIn = new SignedIn(Replica.id(i), "user-" + user, Set.of(), ahead);
                assertThat(replica.judge(signedIn)).isNotEqualTo(Verdict.ACTIVE);
            }
        }
    }

    @Test
    void parallelThreadsShareACommandAndAllAreAnswered() throws Exception {
        Replica replica = new Replica();
        SignedIn ada = replica.signIn("ada", 1);
        AtomicInteger active = new AtomicInteger();

        inParallel(thread -> {
            for (int i = 0; i < 100; i++) {
                replica.ask(ada).thenAccept(verdict -> active.addAndGet(verdict == Verdict.ACTIVE ? 1 : 0));
            }
        });
        assertThat(replica.store.count("check")).isEqualTo(1);
        replica.store.last().answer(true);

        assertThat(active).hasValue(100 * THREADS);
    }

    @Test
    void parallelThreadsProbeOnceASecond() throws Exception {
        Replica replica = new Replica();
        replica.store.failsAllWith(new ConnectException());
        for (int second = 1; second <= 50; second++) {
            inParallel(thread -> {
                for (int i = 0; i < 100; i++) {
                    replica.ask(replica.signIn("user-" + thread, i));
                }
            });
            if (second > 1) { // when it begins, several may have been under way
                assertThat(replica.store.commands).hasSize(1);
            }
            replica.store.commands.clear();
            replica.time.pass(Duration.ofSeconds(1));
        }
    }

    private static Object answer(InMemorySignInStore truth, FakeStore.Command command) {
        String[] words = command.text.split(" ");
        return switch (words[0]) {
            case "check" -> truth.check(command.check).await().indefinitely();
            case "end" -> truth.end(words[1], words[2]).await().indefinitely();
            default -> truth.endAll(words[1], Instant.ofEpochMilli(Long.parseLong(words[2])), Optional.empty())
                    .await().indefinitely();
        };
    }

    private static SignedIn signedIn(Replica replica, Random random) {
        return replica.signIn("user-" + random.nextInt(USERS), random.nextInt(SIGN_INS));
    }

    private interface Work {

        void of(int thread) throws Exception;
    }

    private void inParallel(Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            all.add(threads.submit(() -> {
                start.await();
                work.of(thread);
                return null;
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
    }
}
