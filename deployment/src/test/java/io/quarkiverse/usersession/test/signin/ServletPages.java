package io.quarkiverse.usersession.test.signin;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.quarkiverse.usersession.UserSession;

@WebServlet("/servlet/sign-in-and-go")
public class ServletPages extends HttpServlet {

    @Inject
    UserSession session;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        session.signIn("ada", Set.of());
        response.sendRedirect(session.takeWantedLocation().map(URI::toString).orElse("/"));
    }
}
