package io.quarkiverse.usersession.sample;

import static io.restassured.RestAssured.given;

import java.util.Map;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * The part of a browser that a session needs: it keeps its cookie and that of the wanted location, sends them back, and forgets
 * them when told to. It follows no redirects, so that tests see them.
 */
final class Browser {

    private String cookie;
    private String wanted = "";

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
        String cookies = (cookie.isEmpty() ? "" : "__session=" + cookie + "; ")
                + (wanted.isEmpty() ? "" : "__session-wanted=" + wanted);
        return cookies.isEmpty() ? request : request.header("Cookie", cookies);
    }

    private Response keepCookie(Response response) {
        for (String header : response.getHeaders().getValues("Set-Cookie")) {
            // An expired cookie comes with an empty value
            String value = header.substring(header.indexOf('=') + 1, header.indexOf(';'));
            if (header.startsWith("__session=")) {
                cookie = value;
            } else if (header.startsWith("__session-wanted=")) {
                wanted = value;
            }
        }
        return response;
    }
}
