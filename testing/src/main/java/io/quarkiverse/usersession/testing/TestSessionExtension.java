package io.quarkiverse.usersession.testing;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.http.Cookie;

/** Adds the cookie of a {@link TestSession} to the requests of REST Assured. */
final class TestSessionExtension implements BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TestSessionExtension.class);
    private static final String FILTERS = "filters";

    @Override
    public void beforeEach(ExtensionContext test) {
        TestSession session = annotation(test);
        List<Filter> filters = List.copyOf(RestAssured.filters());
        RestAssured.filters(new SessionFilter(cookie(session)));
        test.getStore(NAMESPACE).put(FILTERS, filters);
    }

    @Override
    @SuppressWarnings("unchecked") // they were put there above
    public void afterEach(ExtensionContext test) {
        List<Filter> filters = (List<Filter>) test.getStore(NAMESPACE).get(FILTERS);
        if (filters != null) { // otherwise the cookie could not be made
            RestAssured.replaceFiltersWith(filters);
        }
    }

    /** The annotation of the method, otherwise that of its class, otherwise that of an enclosing class. */
    private static TestSession annotation(ExtensionContext test) {
        Optional<ExtensionContext> place = Optional.of(test);
        while (place.isPresent()) {
            Optional<AnnotatedElement> element = place.get().getElement();
            Optional<TestSession> found = element.flatMap(e -> AnnotationSupport.findAnnotation(e, TestSession.class));
            if (found.isPresent()) {
                return found.get();
            }
            place = place.get().getParent();
        }
        throw new IllegalStateException("The test has no @TestSession");
    }

    private static Cookie cookie(TestSession session) {
        SessionCookies cookies = TestSessions.defaultSession();
        if (!session.name().isEmpty()) {
            cookies = cookies.named(session.name());
        }
        if (!session.secret().isEmpty()) {
            cookies = cookies.withSecret(session.secret());
        }
        if (!session.cookieName().isEmpty()) {
            cookies = cookies.cookieName(session.cookieName());
        }
        if (!session.principal().isEmpty()) {
            cookies = cookies.signedIn(session.principal(), session.roles());
        } else if (session.roles().length > 0) {
            throw new IllegalArgumentException("@TestSession has roles and no principal: say who has them");
        }
        return cookies.cookie(AnnotatedValues.of(session.values()));
    }
}
