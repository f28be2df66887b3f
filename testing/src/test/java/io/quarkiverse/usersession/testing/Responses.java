package io.quarkiverse.usersession.testing;

import java.util.Arrays;

import io.restassured.builder.ResponseBuilder;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;

/** Responses that no server has sent. */
final class Responses {

    private Responses() {
    }

    static Response setting(String... setCookies) {
        Header[] headers = Arrays.stream(setCookies).map(value -> new Header("Set-Cookie", value)).toArray(Header[]::new);
        return new ResponseBuilder().setStatusCode(200).setHeaders(new Headers(headers)).build();
    }
}
