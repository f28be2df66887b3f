package io.quarkiverse.usersession.sample;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import io.quarkiverse.usersession.SignIn;

/**
 * A sign-in as the page of devices shows it.
 *
 * @param current whether it is the device that shows the page
 */
record Device(String id, String name, String signedIn, String lastSeen, boolean current) {

    // more than one is in what each browser calls itself, so the order matters; all are among the 120 characters that are kept
    private static final List<String> BROWSERS = List.of("Edg", "OPR", "Firefox", "FxiOS", "Chrome", "CriOS", "Version");
    private static final List<String> SYSTEMS = List.of("iPhone", "iPad", "Android", "Windows", "Mac OS X", "Linux");

    // a real application has the time zone of its users
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static Device of(SignIn signIn, String currentId) {
        return new Device(signIn.id(), signIn.userAgent().map(Device::name).orElse("Something without a name"),
                time(signIn.signedInAt()), time(signIn.lastSeenAt()), signIn.id().equals(currentId));
    }

    /** A short name for common browsers; otherwise the text that the browser sent. */
    private static String name(String userAgent) {
        for (String browser : BROWSERS) {
            for (String system : SYSTEMS) {
                if (userAgent.contains(browser + "/") && userAgent.contains(system)) {
                    return shown(browser) + " on " + (system.equals("Mac OS X") ? "macOS" : system);
                }
            }
        }
        return userAgent;
    }

    private static String shown(String browser) {
        return switch (browser) {
            case "Edg" -> "Edge";
            case "OPR" -> "Opera";
            case "FxiOS" -> "Firefox";
            case "CriOS" -> "Chrome";
            case "Version" -> "Safari";
            default -> browser;
        };
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
