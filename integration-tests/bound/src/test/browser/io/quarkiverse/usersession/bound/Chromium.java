package io.quarkiverse.usersession.bound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;

/**
 * A Chromium with a profile of its own, which is kept while it is started again. It is the one at {@code /usr/bin/chromium},
 * unless {@code -Dchromium} or the environment variable {@code CHROMIUM} says where another one is. All hosts under
 * {@code test} are this machine.
 */
final class Chromium implements AutoCloseable {

    private static final String HOSTS = "--host-resolver-rules=MAP *.test 127.0.0.1, MAP * ~NOTFOUND";

    /** Keys in software, and as many signatures as tests need: machines for tests have no chip for it. */
    private static final String DEVICE_BOUND_SESSIONS = "--enable-features=DeviceBoundSessions:RefreshQuota/false,"
            + "EnableBoundSessionCredentialsSoftwareKeysForManualTesting";

    /** For machines that have more to do. */
    private static final double PATIENCE_MILLISECONDS = 120_000;

    private final Playwright playwright;
    private final Path home;
    private final boolean deviceBoundSessions;
    private BrowserContext context;

    private Chromium(Path home, boolean deviceBoundSessions) {
        this.home = home;
        this.deviceBoundSessions = deviceBoundSessions;
        // its own browsers would be a download
        this.playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        start();
    }

    static Chromium withDeviceBoundSessions(TrustedCertificate certificate) {
        return new Chromium(home(certificate), true);
    }

    static Chromium withoutDeviceBoundSessions(TrustedCertificate certificate) {
        return new Chromium(home(certificate), false);
    }

    private static Path home(TrustedCertificate certificate) {
        try {
            Path home = Files.createTempDirectory(Path.of("target"), "chromium").toAbsolutePath();
            certificate.trustedIn(home);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("HOME", home.toString());
        List<String> arguments = new ArrayList<>(List.of(HOSTS, "--disable-gpu", "--disable-quic", "--no-sandbox"));
        if (deviceBoundSessions) {
            arguments.add(DEVICE_BOUND_SESSIONS);
        }
        context = playwright.chromium().launchPersistentContext(home.resolve("profile"), new LaunchPersistentContextOptions()
                .setExecutablePath(executable()).setArgs(arguments).setEnv(environment).setTimeout(PATIENCE_MILLISECONDS));
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
    }

    /** The user closes the browser and opens it again. */
    void restart() {
        context.close();
        start();
    }

    Page page() {
        return context.newPage();
    }

    /** What the browser sends to that address. */
    Map<String, Cookie> cookies(String url) {
        Map<String, Cookie> cookies = new HashMap<>();
        context.cookies(url).forEach(cookie -> cookies.put(cookie.name, cookie));
        return cookies;
    }

    void forget(String cookie) {
        context.clearCookies(new ClearCookiesOptions().setName(cookie));
    }

    /** As if it was kept for so many seconds only. */
    void shorten(Cookie cookie, int seconds) {
        cookie.expires = System.currentTimeMillis() / 1000.0 + seconds;
        context.addCookies(List.of(cookie));
    }

    @Override
    public void close() throws IOException {
        context.close();
        playwright.close();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    private static Path executable() {
        Path executable = Path
                .of(System.getProperty("chromium", System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")));
        if (!Files.isExecutable(executable)) {
            throw new IllegalStateException("There is no Chromium at " + executable
                    + ": install it (apt-get install chromium), or say where it is with -Dchromium=/path/to/chromium");
        }
        return executable;
    }
}
