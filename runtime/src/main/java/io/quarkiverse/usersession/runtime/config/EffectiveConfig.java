package io.quarkiverse.usersession.runtime.config;

import java.util.Optional;
import java.util.function.Function;

/** The settings of one session: its own, and those of the default session where it has none. */
public final class EffectiveConfig {

    private final SessionConfig own;
    private final SessionConfig inherited;

    private EffectiveConfig(SessionConfig own, SessionConfig inherited) {
        this.own = own;
        this.inherited = inherited;
    }

    /** @param session the name of the session; {@link UserSessionConfig#DEFAULT_SESSION} for the default session */
    public static EffectiveConfig of(UserSessionConfig config, String session) {
        SessionConfig defaultSession = config.sessions().get(UserSessionConfig.UNNAMED_KEY);
        return session.equals(UserSessionConfig.DEFAULT_SESSION)
                ? new EffectiveConfig(defaultSession, defaultSession)
                : new EffectiveConfig(config.sessions().get(session), defaultSession);
    }

    /** What has been set for this very session. */
    public SessionConfig own() {
        return own;
    }

    /** A setting of this session, or else of the default session. */
    public <T> Optional<T> get(Function<SessionConfig, Optional<T>> setting) {
        return setting.apply(own).or(() -> setting.apply(inherited));
    }

    SessionConfig inherited() {
        return inherited;
    }
}
