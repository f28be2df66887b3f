package io.quarkiverse.usersession.sample;

/** The secret that the integration tests start the packaged shop with. */
final class SecretOfTheTests {

    /** As in application.properties. */
    static final String VALUE = "pK4LAcqvptPuJ/vYk37LJ4NU8jWZ5AfViMmisc/yVNE=";

    private SecretOfTheTests() {
    }
}
