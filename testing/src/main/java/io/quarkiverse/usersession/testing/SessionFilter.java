package io.quarkiverse.usersession.testing;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/**
 * Adds a cookie to the requests of REST Assured. It runs last, so that it sees the cookies that other filters add. A
 * {@code CookieFilter} of REST Assured acts like a browser: the cookie that it received from the application is newer than that
 * of the test, and if the application told it to remove the cookie, no cookie is sent.
 */
final class SessionFilter implements OrderedFilter {

    private final Cookie cookie;
    private final Set<Filter> browsersWithAnAnswer = Collections
            .synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    SessionFilter(Cookie cookie) {
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
