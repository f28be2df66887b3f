package io.quarkiverse.usersession.benchmarks.http;

import java.io.IOException;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

/** The sessions of Undertow: kept in the memory of the server, with nothing but an id in the cookie. */
@WebServlet(urlPatterns = "/servlet/*")
public class ServletEndpoints extends HttpServlet {

    private static final String USER = "user-000123";

    private int changes;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().write(work(request));
    }

    private String work(HttpServletRequest request) {
        return switch (request.getPathInfo()) {
            case "/begin" -> begin(request.getSession());
            case "/read" -> (String) request.getSession().getAttribute("userID");
            case "/write" -> {
                request.getSession().setAttribute("visits", changes++);
                yield USER;
            }
            default -> USER;
        };
    }

    private static String begin(HttpSession session) {
        session.setMaxInactiveInterval(-1);
        session.setAttribute("userID", USER);
        session.setAttribute("visits", 0);
        session.setAttribute("theme", "dark");
        session.setAttribute("lang", "en");
        return USER;
    }
}
