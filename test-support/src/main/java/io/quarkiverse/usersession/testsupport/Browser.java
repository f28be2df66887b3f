package io.quarkiverse.usersession.testsupport;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * The part of a browser that a session needs: it keeps the session cookie and that of the wanted location, sends them back, and
 * forgets them when they are removed. It does not follow redirects, so that tests see them.
 */
public final class Browser {

    private static final String PAGES = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

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

    /** Requests a page, as with a link or the address bar. */
    public Response navigate(String path) {
        return get(path, given().header("Accept", PAGES));
    }

    public Response post(String path) {
        return send("POST", path, given());
    }

    public Response post(String path, String field, String value) {
        return post(path, Map.of(field, value));
    }

    public Response post(String path, Map<String, String> form) {
        return send("POST", path,
                given().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(form));
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

    /** The value of the session cookie, null if there is none. */
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
