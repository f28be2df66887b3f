package io.quarkiverse.usersession.testing;

import jakarta.enterprise.inject.Instance;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import io.quarkiverse.usersession.runtime.values.JacksonValues;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.quarkus.arc.ArcContainer;

/** Converts records and other classes in tests. This class is loaded only if Jackson is present. */
final class JacksonInTests {

    /** Uses an {@code ObjectMapper} with the defaults of quarkus-jackson. */
    static final TypedValues BY_DEFAULT = new JacksonValues(JacksonInTests::defaultMapper);

    private JacksonInTests() {
    }

    /** Uses the {@code ObjectMapper} of the application in this JVM, if it has one. */
    static TypedValues of(ArcContainer application) {
        Instance<ObjectMapper> mappers = application.select(ObjectMapper.class);
        return mappers.isResolvable() ? new JacksonValues(mappers::get) : TypedValues.UNAVAILABLE;
    }

    private static ObjectMapper defaultMapper() {
        return new ObjectMapper()
                .findAndRegisterModules()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }
}
