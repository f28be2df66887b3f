package io.quarkiverse.usersession.runtime;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.config.EnvironmentForm;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;

/** Warns about sessions that are configured but never injected. */
final class UnusedSessions {

    private static final Logger LOG = Logger.getLogger(UnusedSessions.class);

    private UnusedSessions() {
    }

    static void warn(String name) {
        if (name.equals(UserSessionConfig.DEFAULT_SESSION)) {
            LOG.warnf("%s.%s.* configures no session: leave out the name, because settings without a session name are those of"
                    + " the default session", UserSessionConfig.PREFIX, name);
            return;
        }
        String variable = EnvironmentForm.variableOf(name, System.getenv().keySet());
        if (variable == null) {
            LOG.warnf("%s.\"%s\" configures a session that nothing injects: inject it with @SessionName(\"%s\"), or remove"
                    + " its configuration", UserSessionConfig.PREFIX, name, name);
        } else {
            // which has no dashes, and SmallRye Config makes dots of its underscores
            LOG.warnf("The environment variable %s configures a session that nothing injects: inject it, for example with"
                    + " @SessionName(\"%s\"), or unset the variable", variable, name.replace('.', '-'));
        }
    }
}
