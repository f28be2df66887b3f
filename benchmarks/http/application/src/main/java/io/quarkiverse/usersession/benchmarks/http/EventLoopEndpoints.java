package io.quarkiverse.usersession.benchmarks.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.common.annotation.NonBlocking;

@Path("/event-loop")
@NonBlocking
public class EventLoopEndpoints {

    @Inject
    Work work;

    @GET
    @Path("plain")
    public String plain() {
        return work.plain();
    }

    @GET
    @Path("begin")
    public String begin() {
        return work.begin();
    }

    @GET
    @Path("read")
    public String read() {
        return work.read();
    }

    @GET
    @Path("write")
    public String write() {
        return work.write();
    }

    @GET
    @Path("visit")
    public String visit(@RestQuery String user) {
        return work.visit(user);
    }

    @GET
    @Path("visits")
    public String visits() {
        return work.visits();
    }
}
