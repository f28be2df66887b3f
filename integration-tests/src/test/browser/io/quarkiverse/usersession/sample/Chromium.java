package io.quarkiverse.usersession.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/**
 * Gives each test that asks for a {@link BrowserContext} one of its own, without cookies. Chromium is started once for all
 * of them, but for those with {@link ThirdPartyCookies}. It is the one at {@code /usr/bin/chromium}, unless
 * {@code -Dchromium} or the environment variable {@code CHROMIUM} says where another one is.
 * <p>
 * All hosts under {@code test} are this machine, and there are no others. They are there because Chromium gives
 * {@code http://localhost} the privileges of HTTPS: it keeps {@code Secure} cookies for it and sends them to it.
 */
final class Chromium implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(Chromium.class);

    private static final List<String> ARGUMENTS = List.of("--host-resolver-rules=MAP *.test 127.0.0.1, MAP * ~NOTFOUND",
            "--disable-gpu", "--disable-quic", "--disable-sync");

    /** Playwright turns off what people's browsers do: show a page as it was when they go back. */
    private static final List<String> NO_PAGES_AS_THEY_WERE = List.of("--disable-back-forward-cache");

    /** For machines that have more to do. What is there is seen at once. */
    static final double PATIENCE_MILLISECONDS = 120_000;

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;

    record Running(Playwright playwright, Browser browser) implements AutoCloseable {

        static Running start() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
            // Its own browsers would be a download
            Playwright playwright = Playwright
                    .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Running(playwright, playwright.chromium().launch(new LaunchOptions()
                    .setExecutablePath(executable()).setArgs(ARGUMENTS).setIgnoreDefaultArgs(NO_PAGES_AS_THEY_WERE)
                    .setTimeout(PATIENCE_MILLISECONDS)));
        }

        Opened open() {
            return new Opened(browser.newContext(new Browser.NewContextOptions()
                    .setViewportSize(WIDTH, HEIGHT).setIgnoreHTTPSErrors(true)), null);
        }

        Opened openWithThirdPartyCookies() {
            Path profile = profileWith("{\"profile\":{\"cookie_controls_mode\":0}}");
            return new Opened(playwright.chromium().launchPersistentContext(profile, new LaunchPersistentContextOptions()
                    .setExecutablePath(executable()).setArgs(ARGUMENTS).setIgnoreDefaultArgs(NO_PAGES_AS_THEY_WERE)
                    .setViewportSize(WIDTH, HEIGHT).setIgnoreHTTPSErrors(true).setTimeout(PATIENCE_MILLISECONDS)), profile);
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    /** @param profile to be deleted, null for none */
    record Opened(BrowserContext context, Path profile) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            context.close();
            if (profile != null) {
                try (Stream<Path> files = Files.walk(profile)) {
                    files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == BrowserContext.class;
    }

    @Override
    public BrowserContext resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Running chromium = test.getRoot().getStore(NAMESPACE).computeIfAbsent(Running.class, key -> Running.start(),
                Running.class);
        return test.getStore(NAMESPACE)
                .computeIfAbsent(Opened.class, key -> parameter.isAnnotated(ThirdPartyCookies.class)
                        ? chromium.openWithThirdPartyCookies()
                        : chromium.open(), Opened.class)
                .context();
    }

    private static Path profileWith(String preferences) {
        try {
            Path profile = Files.createTempDirectory(Path.of("target"), "chromium");
            Files.writeString(Files.createDirectory(profile.resolve("Default")).resolve("Preferences"), preferences);
            return profile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
