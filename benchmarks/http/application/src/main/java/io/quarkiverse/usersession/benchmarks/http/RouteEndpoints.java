package io.quarkiverse.usersession.benchmarks.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.vertx.web.Param;
import io.quarkus.vertx.web.Route;
import io.quarkus.vertx.web.Route.HttpMethod;
import io.quarkus.vertx.web.RouteBase;

@RouteBase(path = "route", produces = "text/plain")
@Singleton
public class RouteEndpoints {

    @Inject
    Work work;

    @Route(methods = HttpMethod.GET)
    String plain() {
        return work.plain();
    }

    @Route(methods = HttpMethod.GET)
    String begin() {
        return work.begin();
    }

    @Route(methods = HttpMethod.GET)
    String read() {
        return work.read();
    }

    @Route(methods = HttpMethod.GET)
    String write() {
        return work.write();
    }

    @Route(methods = HttpMethod.GET)
    String visit(@Param String user) {
        return work.visit(user);
    }

    @Route(methods = HttpMethod.GET)
    String visits() {
        return work.visits();
    }
}
