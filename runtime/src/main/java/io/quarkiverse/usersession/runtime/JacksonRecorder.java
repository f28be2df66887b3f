package io.quarkiverse.usersession.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.usersession.runtime.values.JacksonValues;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/**
 * Uses the application's {@code ObjectMapper}. This is a separate recorder, so that nothing refers to Jackson in an application
 * without it: native images are linked when they are built.
 */
@Recorder
public class JacksonRecorder {

    public RuntimeValue<TypedValues> values() {
        return new RuntimeValue<>(new JacksonValues(() -> Arc.container().instance(ObjectMapper.class).get()));
    }
}
