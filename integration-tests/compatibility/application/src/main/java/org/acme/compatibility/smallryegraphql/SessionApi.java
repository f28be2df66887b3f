package org.acme.compatibility.smallryegraphql;

import jakarta.inject.Inject;

import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;

import io.quarkiverse.usersession.UserSession;

@GraphQLApi
public class SessionApi {

    @Inject
    UserSession session;

    @Query
    public String colour() {
        return session.get("colour").orElse("none");
    }

    @Mutation
    public String paint(String colour) {
        session.set("colour", colour);
        return colour;
    }
}
