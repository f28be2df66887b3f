package io.quarkiverse.usersession.test.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/**
 * Sends the requests of REST Assured, which knows HTTP/1.1 only, over HTTP/2: each cookie in a field of its own. It can be a
 * proxy that takes a prefix off the path.
 */
public final class OverHttp2 implements Filter {

    private static final List<String> OF_THE_CONNECTION = List.of("connection", "content-length", "host");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

    private final String prefix;

    public OverHttp2(URI application) {
        this(application, "");
    }

    /** @param prefix the beginning of all paths that browsers use */
    public OverHttp2(URI application, String prefix) {
        this.prefix = prefix;
        // with the first request, the connection changes to HTTP/2
        send(HttpRequest.newBuilder(application).build());
    }

    @Override
    public Response filter(FilterableRequestSpecification asked, FilterableResponseSpecification expected,
            FilterContext context) {
        HttpRequest.Builder request = HttpRequest.newBuilder(inApplication(URI.create(asked.getURI())))
                .timeout(Duration.ofSeconds(60));
        if (!prefix.isEmpty()) {
            request.header("X-Forwarded-Prefix", prefix);
        }
        for (Header header : asked.getHeaders()) {
            if (header.hasSameNameAs(new Header("Cookie", ""))) {
                for (String cookie : header.getValue().split("; ")) {
                    request.header("Cookie", cookie);
                }
            } else if (!OF_THE_CONNECTION.contains(header.getName().toLowerCase())) {
                request.header(header.getName(), header.getValue());
            }
        }
        String body = asked.getBody();
        HttpResponse<String> answer = send(request
                .method(asked.getMethod(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        return new ResponseBuilder().setStatusCode(answer.statusCode()).setBody(answer.body())
                .setHeaders(headers(answer.headers().map()))
                .setContentType(answer.headers().firstValue("content-type").orElse("")).build();
    }

    private URI inApplication(URI asked) {
        assertThat(asked.getRawPath()).startsWith(prefix);
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        return asked.resolve(asked.getRawPath().substring(prefix.length()) + query);
    }

    private static Headers headers(Map<String, List<String>> values) {
        return new Headers(values.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> new Header(entry.getKey(), value)))
                .collect(Collectors.toList()));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
