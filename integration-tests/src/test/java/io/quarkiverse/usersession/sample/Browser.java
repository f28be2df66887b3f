package io.quarkiverse.usersession.sample;

import static io.restassured.RestAssured.given;

import java.util.Map;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * The part of a browser that a session needs: it keeps one cookie, sends it back, and forgets it when told to. It follows no
 * redirects, so that tests see them.
 */
final class Browser {

    private String cookie;

    Browser() {
        this("");
    }

    Browser(String cookie) {
        this.cookie = cookie;
    }

    /** The value of the session cookie, empty if there is none. */
    String cookie() {
        return cookie;
    }

    Response get(String path) {
        return keepCookie(request().get(path));
    }

    /** As by a link or the address bar: it asks for a page. */
    Response navigate(String path) {
        return keepCookie(
                request().header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8").get(path));
    }

    Response post(String path) {
        return keepCookie(request().post(path));
    }

    Response post(String path, String field, String value) {
        return post(path, Map.of(field, value));
    }

    Response post(String path, Map<String, String> form) {
        return keepCookie(request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path));
    }

    private RequestSpecification request() {
        RequestSpecification request = given().redirects().follow(false);
        return cookie.isEmpty() ? request : request.header("Cookie", "__session=" + cookie);
    }

    private Response keepCookie(Response response) {
        String header = response.getHeader("Set-Cookie");
        if (header != null) {
            // An expired cookie comes with an empty value
            cookie = header.substring(header.indexOf('=') + 1, header.indexOf(';'));
        }
        return response;
    }
}
