package io.quarkiverse.usersession.testing;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

import io.quarkiverse.usersession.runtime.format.JsonObject;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/** Adds the cookie of a {@link TestSession} to what REST Assured sends. */
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

    /** That of the method, otherwise that of its class or of one around that. */
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
        return cookies.cookie(values(session.values()));
    }

    static Map<String, Object> values(String... texts) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String text : texts) {
            int end = text.indexOf('=');
            if (end < 0) {
                throw new IllegalArgumentException("@TestSession has a value without a key, \"" + text
                        + "\": write key=text or key:=json");
            }
            String value = text.substring(end + 1);
            if (end > 0 && text.charAt(end - 1) == ':') {
                values.put(text.substring(0, end - 1), json(text, value));
            } else {
                values.put(text.substring(0, end), value);
            }
        }
        return values;
    }

    private static Object json(String text, String value) {
        Map<String, Object> object = null;
        try {
            object = new JsonObject().read(("{\"value\":" + value + "}").getBytes(StandardCharsets.UTF_8), 0);
        } catch (IOException | RuntimeException e) {
            // said below
        }
        if (object == null || object.size() != 1) {
            throw new IllegalArgumentException("@TestSession has a value that is no JSON, \"" + text
                    + "\": write key=text for a text");
        }
        return object.get("value");
    }

    /**
     * Runs last, so that it sees the cookies that other filters add: a {@code CookieFilter} of REST Assured is a browser. The
     * cookie that it has been given is newer than that of the test. When it has been told to remove the cookie, it sends none.
     */
    private static final class SessionFilter implements OrderedFilter {

        private final Cookie cookie;
        private final Set<Filter> browsersWithAnAnswer = Collections
                .synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

        private SessionFilter(Cookie cookie) {
            this.cookie = cookie;
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification response,
                FilterContext context) {
            List<Filter> browsers = request.getDefinedFilters().stream().filter(CookieFilter.class::isInstance).toList();
            if (!request.getCookies().hasCookieWithName(cookie.getName())
                    && !request.getHeaders().hasHeaderWithName("Cookie")
                    && Collections.disjoint(browsers, browsersWithAnAnswer)) {
                request.cookie(cookie);
            }
            Response answer = context.next(request, response);
            if (SentCookie.in(answer, cookie.getName()).isPresent()) {
                browsersWithAnAnswer.addAll(browsers);
            }
            return answer;
        }
    }
}
