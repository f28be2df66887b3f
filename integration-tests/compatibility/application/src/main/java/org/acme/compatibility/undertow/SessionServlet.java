package org.acme.compatibility.undertow;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.quarkiverse.usersession.UserSession;

@WebServlet("/servlet")
public class SessionServlet extends HttpServlet {

    @Inject
    UserSession session;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(session.get("colour").orElse("none"));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        session.set("colour", request.getReader().readLine());
    }
}
