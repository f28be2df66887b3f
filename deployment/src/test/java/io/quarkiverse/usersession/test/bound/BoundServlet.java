package io.quarkiverse.usersession.test.bound;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.quarkus.security.identity.SecurityIdentity;

/** A servlet: below one path for signed-in users, by a permission for it, and below the other for everybody. */
@WebServlet({ "/servlet/for-users", "/late-servlet" })
public class BoundServlet extends HttpServlet {

    @Inject
    SecurityIdentity identity; // the request has no user if authentication is not proactive

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(BoundRoutes.name(identity));
    }
}
