package io.quarkiverse.usersession.test.client;

import static io.restassured.RestAssured.given;

import java.util.List;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Keeps the session cookie between requests, as a browser does, and forgets it when it is expired. */
public final class Browser {

    private final String cookieName;
    private String cookie;

    public Browser() {
        this("__session");
    }

    public Browser(String cookieName) {
        this.cookieName = cookieName;
    }

    public Response get(String path) {
        return get(path, given());
    }

    public Response get(String path, RequestSpecification request) {
        if (cookie != null) {
            request.header("Cookie", cookieName + "=" + cookie);
        }
        Response response = request.redirects().follow(false).get(path);
        setCookies(response).forEach(this::keep);
        return response;
    }

    public String cookie() {
        return cookie;
    }

    public Browser with(String value) {
        cookie = value;
        return this;
    }

    private void keep(String setCookie) {
        if (setCookie.startsWith(cookieName + "=")) {
            String value = setCookie.substring(cookieName.length() + 1, setCookie.indexOf(';'));
            cookie = value.isEmpty() ? null : value;
        }
    }

    public static List<String> setCookies(Response response) {
        return response.headers().getValues("Set-Cookie");
    }

    public static String vary(Response response) {
        return String.join(", ", response.headers().getValues("Vary"));
    }
}
