package io.quarkiverse.usersession.test.origin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;

import io.quarkiverse.usersession.testsupport.SelfSigned;

/** What a browser sends for a page, which has an origin and may be another site's. */
final class ForeignPage {

    static final String COOKIE = "__session=not-even-a-good-one";

    private final HttpClient client;
    private final URI application;
    private String[] headers = new String[0];

    ForeignPage(SelfSigned certificate, Version version, URI application) {
        try {
            this.client = HttpClient.newBuilder().version(version).sslContext(certificate.client()).build();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        this.application = application;
    }

    /** @param namesAndValues of the headers that its requests have */
    ForeignPage sending(String... namesAndValues) {
        headers = namesAndValues;
        return this;
    }

    HttpResponse<String> post(String path, String... more) {
        return send("POST", path, more);
    }

    HttpResponse<String> send(String method, String path, String... more) {
        return send(method, path, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("a=b"), more);
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(application.resolve(path)).timeout(Duration.ofSeconds(60))
                .method(method, body);
        for (String[] some : new String[][] { headers, more }) {
            for (int i = 0; i < some.length; i += 2) {
                request.header(some[i], some[i + 1]);
            }
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
