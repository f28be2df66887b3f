package io.quarkiverse.usersession.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import io.quarkiverse.usersession.testsupport.PackagedProcess;
import com.sun.net.httpserver.HttpsServer;

/**
 * A proxy that speaks HTTPS, in front of a shop that may be replaced while browsers have its cookies. The shop is at
 * {@code /shop/} as well, of which it is told.
 */
final class Gateway implements AutoCloseable {

    private static final String PREFIX = "/shop";
    private static final Set<String> FORWARDED = Set.of("cookie", "content-type", "accept", "origin", "sec-fetch-site",
            "sec-fetch-mode", "sec-fetch-dest");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool(); // a browser opens connections that it may not need
    private final HttpsServer server;
    private volatile int shop;

    private Gateway(HttpsServer server) {
        this.server = server;
        server.createContext("/", this::forward);
        server.setExecutor(threads);
        server.start();
    }

    static Gateway start(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new Gateway(server);
    }

    /** From now on, requests go to the shop at that port. */
    void to(PackagedProcess shop) throws IOException, InterruptedException {
        this.shop = shop.port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            boolean prefixed = path.startsWith(PREFIX + "/");
            HttpRequest.Builder request = HttpRequest
                    .newBuilder(URI.create("http://localhost:" + shop + (prefixed ? path.substring(PREFIX.length()) : path)))
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", exchange.getRequestHeaders().getFirst("Host"));
            if (prefixed) {
                request.header("X-Forwarded-Prefix", PREFIX);
            }
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (FORWARDED.contains(name.toLowerCase())) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            for (String name : List.of("Set-Cookie", "Content-Type", "Location", "Cache-Control", "Vary")) {
                response.headers().allValues(name).forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
            exchange.sendResponseHeaders(response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
