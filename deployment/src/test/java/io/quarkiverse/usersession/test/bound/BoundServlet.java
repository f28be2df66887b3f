package io.quarkiverse.usersession.test.bound;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.quarkus.security.identity.SecurityIdentity;

/** A servlet for signed-in users, by a permission for its path. */
@WebServlet("/servlet/for-users")
public class BoundServlet extends HttpServlet {

    @Inject
    SecurityIdentity identity; // the request has no user if authentication is not proactive

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(identity.getPrincipal().getName());
    }
}
