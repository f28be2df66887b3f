package io.quarkiverse.usersession.runtime;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.inject.Instance;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The application's {@code Clock} or {@code InstantSource} bean if it has one, so that a test can move the time; otherwise the
 * system clock. It is looked up when it is first needed, because there are no beans yet when the application begins to start.
 */
public final class ApplicationClock implements InstantSource {

    private static final Clock SYSTEM = Clock.systemUTC();

    private volatile InstantSource clock;

    @Override
    public Instant instant() {
        return clock().instant();
    }

    /**
     * Every request calls this, and the system clock returns it without creating an {@code Instant}. For a clock of the
     * application, this calls {@code instant()}, because that is the method that tests mock.
     */
    @Override
    public long millis() {
        InstantSource source = clock();
        return source == SYSTEM ? source.millis() : source.instant().toEpochMilli();
    }

    private InstantSource clock() {
        if (clock == null) {
            clock = lookUp();
        }
        return clock;
    }

    static void check() {
        if (beans().isAmbiguous()) {
            throw new ConfigurationException("There are several beans of type java.time.InstantSource or java.time.Clock, and"
                    + " the session can't tell which one to use: keep one, or give the others a qualifier");
        }
    }

    private static Instance<InstantSource> beans() {
        return Arc.container().select(InstantSource.class);
    }

    private static InstantSource lookUp() {
        Instance<InstantSource> beans = beans();
        return beans.isUnsatisfied() ? SYSTEM : beans.get();
    }
}
