package io.quarkiverse.usersession.runtime.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.smallrye.mutiny.Uni;

/** A store that answers when and what a test says. Without that, it never answers. */
final class FakeStore implements SignInStore {

    /** One command that was sent to it. */
    static final class Command {

        final String text;
        final SignInCheck check; // null if it is another operation
        volatile boolean cancelled;
        private final CompletableFuture<Object> answer = new CompletableFuture<>();

        Command(String text, SignInCheck check) {
            this.text = text;
            this.check = check;
        }

        private Uni<Object> waiting() {
            return Uni.createFrom().emitter(emitter -> answer.whenComplete((item, failure) -> {
                if (failure == null) {
                    emitter.complete(item);
                } else {
                    emitter.fail(failure);
                }
            })).onCancellation().invoke(() -> cancelled = true);
        }

        void answer(Object item) {
            answer.complete(item);
        }

        void fail(Throwable failure) {
            answer.completeExceptionally(failure);
        }
    }

    final List<Command> commands = new CopyOnWriteArrayList<>();
    /** What each command is answered with at once; one that gives null leaves it to the test. */
    volatile Function<Command, Uni<?>> behaviour = command -> null;

    @Override
    public Uni<Boolean> check(SignInCheck check) {
        return send(new Command("check " + check.principal() + " " + check.id(), check));
    }

    @Override
    public Uni<List<SignIn>> list(String principal) {
        return send(new Command("list " + principal, null));
    }

    @Override
    public Uni<Void> end(String principal, String id) {
        return send(new Command("end " + principal + " " + id, null));
    }

    @Override
    public Uni<Void> endAll(String principal, Instant before, Optional<String> exceptId) {
        return send(new Command("endAll " + principal + " " + before.toEpochMilli() + " " + exceptId.orElse("-"), null));
    }

    @SuppressWarnings("unchecked")
    private <T> Uni<T> send(Command command) {
        return Uni.createFrom().deferred(() -> {
            commands.add(command);
            Uni<?> answer = behaviour.apply(command);
            return (Uni<T>) (answer == null ? command.waiting() : answer);
        });
    }

    void answersAllWith(Object item) {
        behaviour = command -> Uni.createFrom().item(item);
    }

    void failsAllWith(Throwable failure) {
        behaviour = command -> Uni.createFrom().failure(failure);
    }

    void answersNothing() {
        behaviour = command -> null;
    }

    Command last() {
        return commands.get(commands.size() - 1);
    }

    List<String> texts() {
        return commands.stream().map(command -> command.text).toList();
    }

    /** How many commands of this operation were sent. */
    long count(String operation) {
        return commands.stream().filter(command -> command.text.startsWith(operation + " ")).count();
    }
}
