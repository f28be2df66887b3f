package io.quarkiverse.usersession.benchmarks.http.load;

import java.util.List;

/** A kind of endpoint, and all that is asked of it. */
record Endpoint(String name, String path, List<Request> requests) {

    static final List<Endpoint> OF_APPLICATION = List.of(
            new Endpoint("REST on the event loop", "/event-loop/", Request.OF_APPLICATION),
            new Endpoint("REST, blocking", "/blocking/", Request.OF_APPLICATION),
            new Endpoint("reactive route", "/route/", Request.OF_APPLICATION));

    static final Endpoint SERVLET = new Endpoint("servlet", "/servlet/", Request.OF_SERVLET);
}
