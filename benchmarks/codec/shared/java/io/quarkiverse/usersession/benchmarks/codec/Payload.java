package io.quarkiverse.usersession.benchmarks.codec;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is in the session. Flat, of texts, numbers and booleans, as that is all that every contender can store.
 */
public enum Payload {

    /** A signed-in user: 60 bytes of JSON. */
    SMALL(60) {
        @Override
        void fill(Map<String, Object> data) {
        }
    },

    /** With what a shop or a form keeps: 500 bytes of JSON in 13 values. */
    MEDIUM(500) {
        @Override
        void fill(Map<String, Object> data) {
            data.put("email", "ada.lovelace@analytical-engines.example");
            data.put("admin", false);
            data.put("theme", "dark");
            data.put("timeZone", "Europe/London");
            data.put("csrf", "0f9c2b7e5d1a4c38b6e0d9f27a51c84e");
            data.put("cartID", "c-58217b3e-9d02-4a6f-8f41-77d2c0b9e615");
            data.put("cartTotal", 129900);
            data.put("signedInAt", 1_700_000_000);
            data.put("plan", "enterprise");
        }
    },

    /** A session that is too large for comfort: 2500 bytes of JSON in 33 values. */
    LARGE(2500) {
        @Override
        void fill(Map<String, Object> data) {
            MEDIUM.fill(data);
            for (int item = 0; item < 20; item++) {
                data.put("item-" + item, "sku-" + (48_000 + 37 * item)
                        + " | 2 | A thing of moderate price \u2013 and size | EUR 64.95 | shelf " + (100 + item));
            }
        }
    };

    /** Which value is read. */
    public static final String READ = "userID";

    /** Which value is written, a number. */
    public static final String WRITTEN = "visits";

    public final int bytes;

    Payload(int bytes) {
        this.bytes = bytes;
    }

    abstract void fill(Map<String, Object> data);

    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(READ, "u-7f3a9c21");
        data.put(WRITTEN, 1000);
        data.put("locale", "en");
        fill(data);
        String padding = "";
        do {
            data.put("p", padding);
            padding += "x";
        } while (Json.write(data).length < bytes);
        if (Json.write(data).length != bytes) {
            throw new IllegalStateException("These are " + Json.write(data).length + " bytes of JSON instead of " + bytes);
        }
        return data;
    }
}
