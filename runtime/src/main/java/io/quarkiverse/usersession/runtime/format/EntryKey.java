package io.quarkiverse.usersession.runtime.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys of a session in the cookie's JSON object. The key of a flash value has a {@code !} in front, and that of an entry of
 * the extension itself has a {@code ~}. A plain key that begins with one of these marks gets a {@code =} in front, so that no
 * key can be mistaken for another.
 */
public final class EntryKey {

    /** Who is signed in. */
    public static final String SIGN_IN = "~sign-in";

    private static final String STORED = "~value:";

    private static final char FLASH = '!';
    private static final char OWN = '~';
    private static final char ESCAPE = '=';
    private static final int SHOWN_CHARACTERS = 40;

    private EntryKey() {
    }

    public static String plain(String key) {
        return !key.isEmpty() && isMark(key.charAt(0)) ? ESCAPE + key : key;
    }

    public static String flash(String key) {
        return FLASH + key;
    }

    /** The key of the reference to a value in another store. */
    public static String stored(String key) {
        return STORED + key;
    }

    public static boolean isStored(String entryKey) {
        return entryKey.startsWith(STORED);
    }

    /** The key that the application uses. */
    public static String name(String entryKey) {
        if (isStored(entryKey)) {
            return entryKey.substring(STORED.length());
        }
        return !entryKey.isEmpty() && isMark(entryKey.charAt(0)) ? entryKey.substring(1) : entryKey;
    }

    /** Whether the application has stored the entry, in the session or in another store. */
    public static boolean isOfApplication(String entryKey) {
        return !isOwn(entryKey) || isStored(entryKey);
    }

    public static boolean isFlash(String entryKey) {
        return !entryKey.isEmpty() && entryKey.charAt(0) == FLASH;
    }

    /** Whether it is an entry of the extension itself, which the application doesn't see among its values. */
    public static boolean isOwn(String entryKey) {
        return !entryKey.isEmpty() && entryKey.charAt(0) == OWN;
    }

    /** The values by the keys of the application, flash values included, in a map that can't be changed. */
    public static Map<String, Object> data(Map<String, Object> byEntryKey) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : byEntryKey.entrySet()) {
            if (isFlash(entry.getKey())) {
                data.putIfAbsent(name(entry.getKey()), entry.getValue());
            } else if (!isOwn(entry.getKey())) {
                data.put(name(entry.getKey()), entry.getValue()); // it is read first, and so hides a flash value of the same key
            }
        }
        return Collections.unmodifiableMap(data);
    }

    /** A key of the application, made safe for a message: not too long, and without line breaks that could forge a log. */
    public static String shown(String key) {
        StringBuilder shown = new StringBuilder("'");
        int length = Math.min(key.length(), SHOWN_CHARACTERS);
        for (int i = 0; i < length; i++) {
            char character = key.charAt(i);
            shown.append(Character.isISOControl(character) ? '?' : character);
        }
        return shown.append(length < key.length() ? "...'" : "'").toString();
    }

    private static boolean isMark(char character) {
        return character == FLASH || character == OWN || character == ESCAPE;
    }
}
