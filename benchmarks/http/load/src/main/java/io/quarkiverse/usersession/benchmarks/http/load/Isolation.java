package io.quarkiverse.usersession.benchmarks.http.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * Many users at the same time, each with a session and a connection of its own, who look at every answer: it must be made of
 * their own data and of nobody else's, and set a cookie exactly when it changes the session.
 */
public final class Isolation {

    private static final String[] ENDPOINTS = { "/event-loop", "/blocking", "/route" };

    private final int port;
    private final int connections;
    private final int requestsOfEach;
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    /** @param requests of all users together, rounded up to the same number for each */
    public Isolation(int port, int connections, int requests) {
        this.port = port;
        this.connections = connections;
        this.requestsOfEach = (requests + connections - 1) / connections;
    }

    public int requests() {
        return connections * requestsOfEach;
    }

    /** Sends all requests, and tells what was wrong with their answers. */
    public List<String> run() throws InterruptedException {
        CountDownLatch connected = new CountDownLatch(connections);
        List<Thread> users = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int number = i;
            Thread user = new Thread(() -> new User(number).run(connected));
            user.start();
            users.add(user);
        }
        for (Thread user : users) {
            user.join();
        }
        return List.copyOf(wrong);
    }

    private final class User {

        private final String name;
        private final SplittableRandom random;
        private String cookie = "";
        private int visits;

        User(int number) {
            name = "user-" + number;
            random = new SplittableRandom(number);
        }

        void run(CountDownLatch connected) {
            try (Connection connection = new Connection(port)) {
                connected.countDown();
                connected.await();
                for (int i = 0; i < requestsOfEach; i++) {
                    ask(connection);
                }
            } catch (IOException | RuntimeException | InterruptedException e) {
                connected.countDown();
                wrong.add(name + ": " + e);
            }
        }

        private void ask(Connection connection) throws IOException {
            boolean change = cookie.isEmpty() || random.nextBoolean();
            String path = ENDPOINTS[random.nextInt(ENDPOINTS.length)] + (change ? "/visit?user=" + name : "/visits");
            visits += change ? 1 : 0;
            Connection.Answer answer = connection.get(path, cookie);
            String expected = name + " " + visits;
            if (answer.status() != 200 || !answer.body().equals(expected)
                    || answer.setCookies().size() != (change ? 1 : 0)) {
                wrong.add("'" + expected + "' of " + path + " was answered by " + answer.status() + " '" + answer.body()
                        + "' with " + answer.setCookies().size() + " cookies");
            }
            for (String setCookie : answer.setCookies()) {
                cookie = setCookie.substring(0, setCookie.indexOf(';'));
            }
        }
    }
}
