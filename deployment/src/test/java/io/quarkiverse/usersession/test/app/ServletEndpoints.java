package io.quarkiverse.usersession.test.app;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.quarkiverse.usersession.UserSession;

@WebServlet("/servlet/*")
public class ServletEndpoints extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    UserSession session;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String value = request.getParameter("value");
        switch (request.getPathInfo()) {
            case "/set" -> response.getWriter().write(Steps.set(session, value));
            case "/get" -> response.getWriter().write(Steps.get(session));
            case "/set-422" -> {
                Steps.set(session, value);
                response.setStatus(Steps.UNPROCESSABLE);
            }
            case "/set-throw" -> {
                Steps.set(session, value);
                throw new IllegalStateException("thrown by the endpoint");
            }
            case "/late" -> {
                Steps.set(session, value);
                response.getWriter().write("first\n");
                response.flushBuffer();
                response.getWriter().write(Steps.setAfterTheHeaders(session));
            }
            default -> response.getWriter().write("untouched");
        }
    }
}
