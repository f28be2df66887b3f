package io.quarkiverse.usersession.kotlin;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.module.kotlin.KotlinModule;

import io.quarkus.jackson.ObjectMapperCustomizer;

/** Lets Jackson make Kotlin's classes, as the extension quarkus-kotlin does, without which this is simpler to build. */
@Singleton
class KotlinClasses implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new KotlinModule.Builder().build());
    }
}
