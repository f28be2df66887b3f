package io.quarkiverse.usersession.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testsupport.Allocation;

/**
 * What a request allocates for its session, by that of the least that it takes: bytes are the same on every machine and however
 * busy it is, where times are not.
 */
class SessionAllocationTest {

    private static final double MOST = 1.2;

    // a power of two; with one cookie only, no key would be new
    private static final int USERS = 64;

    private final XAesGcmFloor floor = new XAesGcmFloor();
    private final Browser browser = new Browser();
    private final Map<String, Object> data = data();
    private final String[] floorCookies = new String[USERS];
    private final List<String>[] cookieHeaders = headers();
    private int count;
    private Object result; // so that nothing is found to be without effect

    SessionAllocationTest() throws Exception {
        assertThat(floor.write(data)).hasSize(500);
        for (int user = 0; user < USERS; user++) {
            floorCookies[user] = floor.seal(data);
            browser.cookie = null;
            browser.request(session -> data.forEach(session::set));
            cookieHeaders[user] = List.of("theme=dark; __session=" + browser.cookie);
        }
    }

    @Test
    void openingASessionOf500BytesAndReadingAValue() {
        assertRatio(this::openAndGet, () -> result = floor.open(floorCookies[next()]).get("userID"));
    }

    @Test
    void settingAValueInASessionOf500BytesAndSealingIt() {
        assertRatio(this::setAndSeal, () -> {
            Map<String, Object> opened = floor.open(floorCookies[next()]);
            opened.put("visits", 2000 + (count & 0xfff));
            result = floor.seal(opened);
        });
    }

    /** As with virtual threads: what is kept with a thread is made again for each. */
    @Test
    void aThreadOfItsOwnForEachRequestAllocatesNoMore() throws Exception {
        double sameThread = Double.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            sameThread = Math.min(sameThread, bytes(this::setAndSeal, 2_000));
        }
        AtomicLong ownThread = new AtomicLong(Long.MAX_VALUE);
        for (int i = 0; i < 100; i++) {
            Thread thread = new Thread(() -> ownThread.accumulateAndGet((long) bytes(this::setAndSeal, 1), Math::min));
            thread.start();
            thread.join();
        }

        assertThat((double) ownThread.get()).isLessThanOrEqualTo(MOST * sameThread);
    }

    private void openAndGet() {
        SessionState session = browser.session(new Request(cookieHeaders[next()]));
        result = session.get("userID").orElseThrow();
        session.commit();
    }

    private void setAndSeal() {
        SessionState session = browser.session(new Request(cookieHeaders[next()]));
        session.set("visits", 2000 + (count & 0xfff));
        result = browser.format().seal(session.commit().content());
    }

    private int next() {
        return ++count & USERS - 1;
    }

    /** Both compiled, which is when they allocate least. */
    private static void assertRatio(Operation session, Operation floor) {
        double sessionBytes = Double.MAX_VALUE;
        double floorBytes = Double.MAX_VALUE;
        for (int round = 0; round < 30; round++) {
            sessionBytes = Math.min(sessionBytes, bytes(session, 2_000));
            floorBytes = Math.min(floorBytes, bytes(floor, 2_000));
        }
        System.out.printf("%.0f bytes allocated, %.2f times those of the floor%n", sessionBytes, sessionBytes / floorBytes);
        assertThat(sessionBytes).as("bytes, of %.0f for the floor", floorBytes).isLessThanOrEqualTo(MOST * floorBytes);
    }

    private static double bytes(Operation operation, int times) {
        long before = Allocation.bytesSoFar();
        for (int i = 0; i < times; i++) {
            try {
                operation.run();
            } catch (GeneralSecurityException | IOException e) {
                throw new AssertionError(e);
            }
        }
        return (Allocation.bytesSoFar() - before) / (double) times;
    }

    private static Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("userID", "u-7f3a9c21");
        data.put("visits", 1000);
        data.put("locale", "en");
        data.put("email", "ada.lovelace@analytical-engines.example");
        data.put("theme", "dark");
        data.put("timeZone", "Europe/London");
        data.put("csrf", "0f9c2b7e5d1a4c38b6e0d9f27a51c84e");
        data.put("cartID", "c-58217b3e-9d02-4a6f-8f41-77d2c0b9e615");
        data.put("cartTotal", 129900);
        data.put("signedInAt", 1_700_000_000);
        data.put("plan", "enterprise");
        data.put("note", "x".repeat(192));
        return data;
    }

    @SuppressWarnings("unchecked")
    private static List<String>[] headers() {
        return new List[USERS];
    }

    /** What the session of a request is made with, and nothing else that a test would want to know. */
    private record Request(List<String> cookieHeaders) implements RequestView {

        @Override
        public String path() {
            return "/";
        }

        @Override
        public boolean isHead() {
            return false;
        }
    }

    private interface Operation {
        void run() throws GeneralSecurityException, IOException;
    }
}
