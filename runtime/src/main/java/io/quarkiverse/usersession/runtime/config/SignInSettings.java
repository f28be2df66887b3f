package io.quarkiverse.usersession.runtime.config;

import java.util.Optional;

import io.quarkus.runtime.configuration.ConfigurationException;

/** The settings of sign-in, checked. */
public final class SignInSettings {

    private static final String LOGIN_PAGE = UserSessionConfig.PREFIX + ".sign-in.login-page";

    private SignInSettings() {
    }

    /** @throws ConfigurationException if it is not a path, with its key and the fix */
    public static Optional<String> loginPage(UserSessionConfig config) {
        Optional<String> page = config.signIn().loginPage();
        page.ifPresent(SignInSettings::checkPath);
        return page;
    }

    private static void checkPath(String page) {
        boolean path = page.startsWith("/") && !page.startsWith("//") && page.chars().allMatch(SignInSettings::isAllowed);
        if (!path) {
            throw new ConfigurationException(
                    LOGIN_PAGE + " must be a path on this host, as a browser asks for it: begin with one"
                            + " slash, as in /login, and encode spaces and what is not ASCII");
        }
    }

    private static boolean isAllowed(int character) {
        return character > ' ' && character < 0x7F && character != '\\';
    }
}
