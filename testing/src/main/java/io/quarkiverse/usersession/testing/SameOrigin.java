package io.quarkiverse.usersession.testing;

import java.net.URI;

import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/** Adds the {@code Origin} of a request from the application's own origin, before filters that send it in another way. */
final class SameOrigin implements OrderedFilter {

    @Override
    public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification response,
            FilterContext context) {
        URI uri = URI.create(request.getURI());
        request.header("Origin", uri.getScheme() + "://" + uri.getRawAuthority());
        return context.next(request, response);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
