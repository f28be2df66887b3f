package io.quarkiverse.usersession.benchmarks.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What is in all sessions that are compared: 64 bytes of JSON. */
final class Content {

    static final String USER = "userID";
    static final String VISITS = "visits";

    private static final int SMALLEST = 100_000;
    private static final int VALUES = 900_000;

    private static final AtomicInteger CHANGES = new AtomicInteger();

    private Content() {
    }

    static Map<String, Object> initial() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(USER, Work.USER);
        content.put(VISITS, SMALLEST);
        content.put("theme", "dark");
        content.put("lang", "en");
        return content;
    }

    /** Another number each time, always of six digits. */
    static Integer nextVisits() {
        return SMALLEST + 1 + (CHANGES.getAndIncrement() & Integer.MAX_VALUE) % (VALUES - 1);
    }
}
