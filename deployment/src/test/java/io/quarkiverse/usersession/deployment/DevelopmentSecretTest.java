package io.quarkiverse.usersession.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.secret.SecretRules;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.builditem.LiveReloadBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.deployment.pkg.builditem.OutputTargetBuildItem;
import io.quarkus.dev.spi.DevModeType;
import io.quarkus.runtime.LaunchMode;

/** Which secret an application gets in development and test mode. */
class DevelopmentSecretTest {

    private static final LaunchModeBuildItem LOCAL = launchedAs(LaunchMode.DEVELOPMENT, DevModeType.LOCAL);

    @TempDir
    Path home;

    private final String userHome = System.getProperty("user.home");

    @BeforeEach
    void useThatHome() {
        System.setProperty("user.home", home.toString());
    }

    @AfterEach
    void useTheRealHome() {
        System.setProperty("user.home", userHome);
    }

    @Test
    void S43_itIsTheSameAfterARestartAndAnotherOneForEachApplicationPathAndMachine() throws Exception {
        String secret = secret(LOCAL, "shop", "/projects/shop/target", new LiveReloadBuildItem());

        assertThat(secret(LOCAL, "shop", "/projects/shop/target", new LiveReloadBuildItem())).isEqualTo(secret);
        assertThat(secret(LOCAL, "blog", "/projects/shop/target", new LiveReloadBuildItem())).isNotEqualTo(secret);
        assertThat(secret(LOCAL, "shop", "/projects/copy/target", new LiveReloadBuildItem())).isNotEqualTo(secret);
        Files.delete(MachineSecret.fileIn(home));
        assertThat(secret(LOCAL, "shop", "/projects/shop/target", new LiveReloadBuildItem())).isNotEqualTo(secret);
        assertThat(SecretRules.weakness(secret)).isEmpty();
    }

    @Test
    void S43_testsHaveOneToo() {
        LaunchModeBuildItem test = new LaunchModeBuildItem(LaunchMode.TEST, Optional.empty(), false, Optional.empty(), true);

        assertThat(secret(test, "shop", "/projects/shop/target", new LiveReloadBuildItem()))
                .isEqualTo(secret(LOCAL, "shop", "/projects/shop/target", new LiveReloadBuildItem()));
    }

    @ParameterizedTest
    @EnumSource(value = DevModeType.class, names = { "REMOTE_SERVER_SIDE", "REMOTE_LOCAL_SIDE" })
    void S43_thereIsNoneInRemoteDevelopmentMode(DevModeType type) {
        assertThat(
                secrets(launchedAs(LaunchMode.DEVELOPMENT, type), "shop", "/projects/shop/target", new LiveReloadBuildItem()))
                .isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void S43_whereNoFileCanBeKeptItLivesAsLongAsTheProcessAndALineSaysSo() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "");
        System.setProperty("user.home", file.toString());
        LiveReloadBuildItem ofThisProcess = new LiveReloadBuildItem();

        try (CapturedLog log = new CapturedLog()) {
            String secret = secret(LOCAL, "shop", "/projects/shop/target", ofThisProcess);

            assertThat(secret(LOCAL, "shop", "/projects/shop/target", ofThisProcess)).isEqualTo(secret);
            assertThat(log.messages("WARN")).singleElement().asString()
                    .startsWith("The secret of development mode can't be kept in " + MachineSecret.fileIn(file))
                    .contains("sessions end when this process ends", "SESSION_SECRET").doesNotContain(secret, "\n");
            assertThat(secret(LOCAL, "shop", "/projects/shop/target", new LiveReloadBuildItem())).isNotEqualTo(secret);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "?", "relative", "/no/such/home" })
    void S43_withoutAHomeNothingIsWrittenElsewhere(String noHome) {
        System.setProperty("user.home", noHome);

        try (CapturedLog log = new CapturedLog()) {
            assertThat(secret(LOCAL, "shop", "/projects/shop/target", new LiveReloadBuildItem())).hasSize(64);
            assertThat(log.messages("WARN")).hasSize(1);
        }
        assertThat(Path.of(noHome, ".quarkus")).doesNotExist();
    }

    private static String secret(LaunchModeBuildItem launchMode, String name, String target, LiveReloadBuildItem liveReload) {
        List<RunTimeConfigurationDefaultBuildItem> secrets = secrets(launchMode, name, target, liveReload);
        assertThat(secrets).singleElement().extracting(RunTimeConfigurationDefaultBuildItem::getKey)
                .isEqualTo("SESSION_SECRET");
        return secrets.get(0).getValue();
    }

    private static List<RunTimeConfigurationDefaultBuildItem> secrets(LaunchModeBuildItem launchMode, String name,
            String target, LiveReloadBuildItem liveReload) {
        List<RunTimeConfigurationDefaultBuildItem> defaults = new ArrayList<>();
        new DevelopmentSecretProcessor().developmentSecret(launchMode,
                new ApplicationInfoBuildItem(Optional.of(name), Optional.empty()),
                new OutputTargetBuildItem(Path.of(target), name, name, false, new Properties(), Optional.empty()),
                liveReload, defaults::add);
        return defaults;
    }

    private static LaunchModeBuildItem launchedAs(LaunchMode mode, DevModeType type) {
        return new LaunchModeBuildItem(mode, Optional.of(type), false, Optional.empty(), false);
    }
}
