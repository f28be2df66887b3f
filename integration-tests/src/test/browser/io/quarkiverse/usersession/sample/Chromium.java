package io.quarkiverse.usersession.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * Gives each test that asks for a {@link BrowserContext} one of its own, without cookies. Chromium is started once for all of
 * them. It is the one at {@code /usr/bin/chromium}, unless {@code -Dchromium} or the environment variable {@code CHROMIUM} says
 * where another one is.
 * <p>
 * All hosts under {@code test} are this machine, and there are no others. They are there because Chromium gives
 * {@code http://localhost} the privileges of HTTPS: it keeps {@code Secure} cookies for it and sends them to it.
 */
final class Chromium implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(Chromium.class);

    private static final List<String> ARGUMENTS = List.of("--host-resolver-rules=MAP *.test 127.0.0.1, MAP * ~NOTFOUND",
            "--disable-gpu", "--disable-quic", "--disable-sync");

    /** Playwright turns off what people's browsers do: show a page as it was when they go back. */
    private static final String NO_PAGES_AS_THEY_WERE = "--disable-back-forward-cache";

    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

        static Running start() {
            // Its own browsers would be a download
            Playwright playwright = Playwright
                    .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Running(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable()).setArgs(ARGUMENTS).setIgnoreDefaultArgs(List.of(NO_PAGES_AS_THEY_WERE))));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    private record Opened(BrowserContext context) implements AutoCloseable {

        @Override
        public void close() {
            context.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == BrowserContext.class;
    }

    @Override
    public BrowserContext resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Browser browser = test.getRoot().getStore(NAMESPACE)
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class).browser();
        return test.getStore(NAMESPACE).computeIfAbsent(Opened.class, key -> new Opened(browser.newContext(options())),
                Opened.class).context();
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setViewportSize(1200, 800).setIgnoreHTTPSErrors(true);
    }

    private static Path executable() {
        Path executable = Path.of(System.getProperty("chromium", System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")));
        if (!Files.isExecutable(executable)) {
            throw new IllegalStateException("There is no Chromium at " + executable
                    + ": install it (apt-get install chromium), or say where it is with -Dchromium=/path/to/chromium");
        }
        return executable;
    }
}
