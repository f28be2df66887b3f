package io.quarkiverse.usersession.test.devui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.test.QuarkusDevModeTest;

/** The pages of the Dev UI in a real Chromium, on a desktop and on a phone. Pictures of them are kept in {@code target}. */
class DevUiBrowserIT {

    private static final double PATIENCE_MILLISECONDS = 120_000;
    private static final String REMIX = "Cookie: __remix=eyJzdGVwIjoyfQ==.xMD239ycf3EEqDlEP2HoW8bXVlFksJclm509axKOzv8; theme=dark";

    @RegisterExtension
    static final QuarkusDevModeTest APP = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar
                    .addClass(Endpoints.class)
                    .addAsResource(new StringAsset("""
                            quarkus.http.host=127.0.0.1
                            quarkus.http.port=0
                            quarkus.user-session.renew-after=1H
                            quarkus.user-session.onboarding.max-age=2H
                            """), "application.properties"))
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkus"));

    private final List<String> errors = new ArrayList<>();
    private String application;
    private Page page;
    private Locator shown;
    private String device;

    /** Dev mode starts anew for each test method, so all of it is in one. */
    @Test
    void allButtonsWork() {
        application = application();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
        try (Playwright playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser chromium = playwright.chromium().launch(new LaunchOptions()
                        .setTimeout(PATIENCE_MILLISECONDS)
                        .setExecutablePath(Paths.get(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                        .setArgs(List.of("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-gpu")))) {
            visit(chromium, "desktop", 1200, 900);
            visit(chromium, "phone", 390, 844);
        }
        assertThat(errors).isEmpty();
    }

    private void visit(Browser chromium, String name, int width, int height) {
        device = name;
        try (BrowserContext context = chromium.newContext(new Browser.NewContextOptions().setViewportSize(width, height))) {
            context.setDefaultTimeout(PATIENCE_MILLISECONDS);
            page = context.newPage();
            page.onPageError(error -> errors.add(device + ": " + error));
            follow("Open a cookie", "qwc-user-session-cookie");
            opensTheCookieOfTheBrowser();
            opensAPastedCookie();
            detects();
            saysThatTheApplicationDidNotGetTheCookies();
            follow("Sessions and settings", "qwc-user-session-sessions");
            generates();
        }
    }

    private void opensTheCookieOfTheBrowser() {
        press("Open this browser's cookie");
        shows("absent", "This browser sends the Dev UI no cookie named __session");
        picture("no-cookie");
        page.evaluate("fetch('/set')");
        press("Open this browser's cookie");
        shows("valid", "Default session", "\"ada\"", "message", "flash");
        picture("browser-cookie");
    }

    private void opensAPastedCookie() {
        paste("__session=damaged");
        press("Open");
        shows("unrecognized");
        picture("pasted");
    }

    private void detects() {
        paste(REMIX);
        press("Detect");
        shows("Remix or React Router", "quarkus.user-session.import.format=remix", "theme");
        picture("detected");
    }

    private void saysThatTheApplicationDidNotGetTheCookies() {
        page.route("**/user-session-browser-cookies", route -> route.abort());
        press("Open this browser's cookie");
        assertThat(page.getByText("The application did not get the cookies of this browser. Try again.")).isVisible();
        picture("gone");
    }

    private void generates() {
        shows("cookie.name", "__onboarding", "development default");
        press("Generate a secret");
        shows("Generate another secret");
        picture("sessions");
    }

    /** The card of the extension has links to its pages. Loaded anew, a page has no messages of other pages. */
    private void follow(String title, String component) {
        page.navigate(application + "/q/dev-ui/extensions");
        page.getByText(title, new Page.GetByTextOptions().setExact(true)).first().click();
        shown = page.locator(component);
        assertThat(shown).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE); // a request that a reload interrupts might be an error of the page
        page.reload();
        assertThat(shown).isVisible();
    }

    private void press(String button) {
        shown.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private void paste(String text) {
        shown.getByLabel("Cookie", new Locator.GetByLabelOptions().setExact(true)).fill(text);
    }

    private void shows(String... texts) {
        for (String text : texts) {
            assertThat(shown.getByText(text).filter(new Locator.FilterOptions().setVisible(true)).first()).isVisible();
        }
    }

    private void picture(String name) {
        assertThat(shown.evaluate("page => [...page.shadowRoot.querySelectorAll('.ask, .outcome, dl, pre, p')]"
                + ".filter(part => part.scrollWidth > part.clientWidth).map(part => part.innerText)"))
                .as("cut off on a %s", device).isEqualTo(List.of());
        page.screenshot(new ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(Paths.get("target", "dev-ui-" + device + "-" + name + ".png")));
    }

    private static String application() {
        PatternFormatter text = new PatternFormatter("%s");
        return APP.getLogRecords().stream()
                .map(record -> Pattern.compile("Listening on: (http://127.0.0.1:\\d+)").matcher(text.format(record)))
                .filter(Matcher::find)
                .map(listening -> listening.group(1))
                .findFirst().orElseThrow();
    }

    @Path("/")
    public static class Endpoints {

        @Inject
        UserSession session;

        @Inject
        @SessionName("onboarding")
        UserSession onboarding;

        @GET
        @Path("set")
        public void set() {
            session.set("user", "ada").set("address", Map.of("street", "St James's Square 12", "city", "London"))
                    .flash("message", "Welcome!");
        }
    }
}
