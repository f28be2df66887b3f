package io.quarkiverse.usersession.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.SessionValue;
import io.quarkiverse.usersession.StoredValue;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.util.ExceptionUtil;
import io.quarkus.test.QuarkusUnitTest;

/** Each mistake with injected values is a line that says where it is and what to do. */
class SessionValueMistakesTest {

    private static final String SHOP = Shop.class.getName();

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Shop.class, Base.class))
            .assertException(failure -> assertThat(ExceptionUtil.getRootCause(failure).getMessage().lines())
                    .containsExactlyInAnyOrder(
                            "SessionValue at " + SHOP + "#raw does not say what it holds: give it the type of the value, as in"
                                    + " SessionValue<String>",
                            "SessionValue at " + SHOP
                                    + "#rawInstance does not say what it holds: give it the type of the value,"
                                    + " as in SessionValue<String>",
                            "StoredValue at " + SHOP
                                    + "#rawStored does not say what it holds: give it the type of the value, as"
                                    + " in StoredValue<String>",
                            "StoredValue<?> at " + SHOP + "#vague has the wildcard ? in its type, which is too vague: name a"
                                    + " class",
                            "@SessionKey(\"stored twice\") is a java.lang.Integer at " + SHOP
                                    + "#storedNumber and a java.lang.String at " + SHOP
                                    + "#storedText: give both the same type, or one of them another key",
                            "io.quarkiverse.usersession.StoredValue<java.lang.String> at " + SHOP
                                    + "#unkeyedStored has no key: add @SessionKey(\"...\") with the key of the value",
                            "SessionValue<?> at " + SHOP
                                    + "#wildcard has the wildcard ? in its type, which is too vague: name"
                                    + " a class",
                            "SessionValue<java.util.List<? extends java.lang.Number>> at parameter 'inside' of " + SHOP
                                    + " constructor has the wildcard ? extends java.lang.Number in its type, which is too"
                                    + " vague: name a class",
                            "SessionValue<T> at " + Base.class.getName()
                                    + "#variable has the type variable T in its type, which can be anything: name a class",
                            "SessionValue<java.util.Map<java.lang.Integer, java.lang.String>> at " + SHOP
                                    + "#map has a map with"
                                    + " keys of type java.lang.Integer, and a session stores only maps with keys of type String:"
                                    + " make it a Map<String, java.lang.String>",
                            "@SessionKey(\"twice\") is a java.lang.Integer at " + SHOP + "#one and a java.lang.String at "
                                    + "parameter 'two' of " + SHOP
                                    + "#observe(): give both the same type, or one of them another"
                                    + " key",
                            "@SessionKey at " + SHOP + "#text is only for a SessionValue or a StoredValue, but this is a"
                                    + " java.lang.String: make it one of them, or remove the annotation",
                            "io.quarkiverse.usersession.SessionValue<java.lang.String> at " + SHOP + "#unkeyed has no key: add"
                                    + " @SessionKey(\"...\") with the key of the value"));

    @Test
    void failsTheBuild() {
        Assertions.fail("the application has started");
    }

    public abstract static class Base<T> {

        @Inject
        @SessionKey("variable")
        SessionValue<T> variable;
    }

    @Singleton
    @SuppressWarnings("rawtypes")
    public static class Shop extends Base {

        @Inject
        @SessionKey("raw")
        SessionValue raw;

        @Inject
        @SessionKey("raw")
        Instance<SessionValue> rawInstance;

        @Inject
        @SessionKey("raw")
        StoredValue rawStored;

        @Inject
        @SessionKey("vague")
        StoredValue<?> vague;

        @Inject
        @SessionKey("stored twice")
        StoredValue<Integer> storedNumber;

        @Inject
        @SessionKey("stored twice")
        StoredValue<String> storedText;

        @Inject
        StoredValue<String> unkeyedStored;

        @Inject
        @SessionKey("wildcard")
        SessionValue<?> wildcard;

        @Inject
        @SessionKey("map")
        SessionValue<Map<Integer, String>> map;

        @Inject
        @SessionKey("twice")
        SessionValue<Integer> one;

        @Inject
        @SessionName("onboarding")
        @SessionKey("twice")
        SessionValue<Boolean> inAnotherSession;

        @Inject
        @SessionKey("text")
        String text;

        @Inject
        SessionValue<String> unkeyed;

        @Inject
        Shop(@SessionKey("inside") SessionValue<List<? extends Number>> inside) {
        }

        void observe(@Observes StartupEvent start, @SessionKey("twice") SessionValue<String> two) {
        }
    }
}
