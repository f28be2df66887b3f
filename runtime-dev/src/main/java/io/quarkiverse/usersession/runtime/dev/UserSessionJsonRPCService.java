package io.quarkiverse.usersession.runtime.dev;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.state.SignInSupport;
import io.smallrye.config.SmallRyeConfig;

/**
 * Answers the pages of the Dev UI. No answer contains a secret of the application: a secret that was just generated is not in
 * use yet. The methods have no {@code @JsonRpcDescription}, so that they are not tools of Dev MCP.
 */
@Singleton
public class UserSessionJsonRPCService {

    private final UserSessionConfig config;
    private final Sessions sessions;
    private final BrowserCookies browserCookies;
    private final DevelopmentSecretCheck developmentSecret;

    @Inject
    UserSessionJsonRPCService(UserSessionConfig config, Sessions sessions, BrowserCookies browserCookies,
            SmallRyeConfig properties) {
        this.config = config;
        this.sessions = sessions;
        this.browserCookies = browserCookies;
        this.developmentSecret = new DevelopmentSecretCheck(properties);
    }

    /** All sessions with their effective settings, the default session first. */
    public List<SessionView> getSessions() {
        return sessions.names().stream()
                .map(name -> SessionView.of(name, config, sessions.definition(name).signIn() == SignInSupport.ON,
                        developmentSecret))
                .toList();
    }

    /**
     * Opens a cookie as a request would.
     *
     * @param session the name of a session; null to find the session to which the cookie belongs
     * @param text a value, {@code name=value}, or a line of a {@code Cookie} or {@code Set-Cookie} header
     */
    public CookieView openCookie(String session, String text) {
        return new CookieInspector(config, sessions).inspect(session, text);
    }

    /**
     * Opens the cookie that the browser has sent, as a request would.
     *
     * @param session the name of a session; null to find the session to which the cookie belongs
     * @param token the token with which the browser has just sent its cookies
     */
    public CookieView openBrowserCookie(String session, String token) {
        return new CookieInspector(config, sessions).inspectSent(session, browserCookies.take(token));
    }

    /**
     * Tells which system each cookie seems to come from, and how its sessions could be imported.
     *
     * @param text as for {@link #openCookie}
     */
    public List<DetectedCookie> detectFormat(String text) {
        return new FormatDetector(sessions.definition(sessions.names().iterator().next()).cookieName()).detect(text);
    }

    public GeneratedSecret generateSecret() {
        return GeneratedSecret.random();
    }
}
