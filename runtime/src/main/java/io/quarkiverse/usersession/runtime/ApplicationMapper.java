package io.quarkiverse.usersession.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.usersession.runtime.values.JacksonValues;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.quarkus.arc.Arc;

/** The application's {@code ObjectMapper}. Loaded only where Jackson is there. */
final class ApplicationMapper {

    private ApplicationMapper() {
    }

    static TypedValues values() {
        return new JacksonValues(() -> Arc.container().instance(ObjectMapper.class).get());
    }
}
