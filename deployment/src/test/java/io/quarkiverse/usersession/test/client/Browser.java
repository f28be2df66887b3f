package io.quarkiverse.usersession.test.client;

import static io.restassured.RestAssured.given;

import java.util.List;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Keeps the session cookie and that of the wanted location, as a browser does, and forgets them when they are expired. */
public final class Browser {

    private final String cookieName;
    private String cookie;
    private String wanted;

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
        return send("GET", path, request);
    }

    public Response send(String method, String path, RequestSpecification request) {
        if (cookie != null) {
            request.header("Cookie", cookieName + "=" + cookie);
        }
        if (wanted != null) {
            request.header("Cookie", cookieName + "-wanted=" + wanted);
        }
        Response response = request.redirects().follow(false).request(method, path);
        setCookies(response).forEach(this::keep);
        return response;
    }

    /** The value of the cookie that keeps the wanted location, null if there is none. */
    public String wanted() {
        return wanted;
    }

    public Browser withWanted(String value) {
        wanted = value;
        return this;
    }

    public String cookie() {
        return cookie;
    }

    public Browser with(String value) {
        cookie = value;
        return this;
    }

    private void keep(String setCookie) {
        String value = setCookie.substring(setCookie.indexOf('=') + 1, setCookie.indexOf(';'));
        if (setCookie.startsWith(cookieName + "=")) {
            cookie = value.isEmpty() ? null : value;
        } else if (setCookie.startsWith(cookieName + "-wanted=")) {
            wanted = value.isEmpty() ? null : value;
        }
    }

    public static List<String> setCookies(Response response) {
        return response.headers().getValues("Set-Cookie");
    }

    public static String vary(Response response) {
        return String.join(", ", response.headers().getValues("Vary"));
    }
}
