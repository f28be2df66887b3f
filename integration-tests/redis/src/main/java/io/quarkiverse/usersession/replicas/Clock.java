package io.quarkiverse.usersession.replicas;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A clock that may be wrong. */
@ApplicationScoped
public class Clock implements InstantSource {

    @ConfigProperty(name = "replica.clock-ahead", defaultValue = "PT0S")
    Duration configured;

    private volatile Duration more = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(configured).plus(more);
    }

    /** From now on, beside what is configured. */
    void setAhead(Duration ahead) {
        more = ahead;
    }
}
