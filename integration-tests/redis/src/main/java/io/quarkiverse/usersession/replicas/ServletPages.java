package io.quarkiverse.usersession.replicas;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Who may see which of them is in the configuration. */
@WebServlet({ "/servlet/open/*", "/servlet/users/*" })
public class ServletPages extends HttpServlet {

    @Inject
    Actions actions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = actions.step(request.getPathInfo().substring(1), request.getParameter("user"), request.getParameter("id"),
                request.getParameter("value")).blocking();
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(text);
    }
}
