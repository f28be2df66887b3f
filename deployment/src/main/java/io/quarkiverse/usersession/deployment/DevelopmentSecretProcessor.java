package io.quarkiverse.usersession.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkus.deployment.IsProduction;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.builditem.LiveReloadBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.deployment.pkg.builditem.OutputTargetBuildItem;

/** Gives the application a secret in development and test mode, if it has none of its own. */
@BuildSteps(onlyIfNot = IsProduction.class)
class DevelopmentSecretProcessor {

    private static final Logger LOG = Logger.getLogger(DevelopmentSecretProcessor.class);

    @BuildStep
    void developmentSecret(LaunchModeBuildItem launchMode, ApplicationInfoBuildItem application, OutputTargetBuildItem target,
            LiveReloadBuildItem liveReload, BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults) {
        // a server of remote development mode can be reached by others, and needs a secret as in production
        if (!RemoteDevelopment.isOn(launchMode) && !isConfigured()) {
            defaults.produce(new RunTimeConfigurationDefaultBuildItem(UserSessionConfig.SECRET_VARIABLE,
                    DevelopmentSecret.of(machineSecret(liveReload), application.getName(), target.getOutputDirectory())));
        }
    }

    /**
     * Whether a secret is configured, as far as the build can see. Sources that only the running application reads take
     * precedence over the default.
     */
    private static boolean isConfigured() {
        String secret = ConfigProvider.getConfig().getConfigValue(UserSessionConfig.SECRET_KEY).getValue();
        return secret != null && !secret.isEmpty();
    }

    private static String machineSecret(LiveReloadBuildItem liveReload) {
        SecretOfThisProcess unkept = liveReload.getContextObject(SecretOfThisProcess.class);
        if (unkept != null) {
            return unkept.text();
        }
        Path home = Path.of(System.getProperty("user.home", ""));
        Path file = MachineSecret.fileIn(home);
        try {
            // such as "?", where the operating system knows of none
            if (!home.isAbsolute() || !Files.isDirectory(home)) {
                throw new NotDirectoryException(home.toString());
            }
            return MachineSecret.keptIn(file);
        } catch (IOException e) {
            LOG.warnf("The secret of development mode can't be kept in %s (%s): sessions end when this process ends. Set the"
                    + " environment variable %s to keep them", file, e, UserSessionConfig.SECRET_VARIABLE);
            unkept = new SecretOfThisProcess(MachineSecret.random());
            liveReload.setContextObject(SecretOfThisProcess.class, unkept);
            return unkept.text();
        }
    }

    /** Kept across live reloads. This is not a record, because the text of a record would contain the secret. */
    private static final class SecretOfThisProcess {

        private final String text;

        SecretOfThisProcess(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
