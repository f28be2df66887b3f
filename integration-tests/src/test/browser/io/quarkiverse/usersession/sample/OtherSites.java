package io.quarkiverse.usersession.sample;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/**
 * Other people's sites, all with the same page: {@code news.test}, {@code blog.test} and so on. They are real ones, because
 * Chromium lets no page that Playwright makes up embed one from this machine.
 */
final class OtherSites implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(); // a browser opens connections that it may not need
    private final HttpServer server;

    private OtherSites(HttpServer server, String body, String... setCookies) {
        byte[] page = ("<!DOCTYPE html><title>Another site</title>" + body).getBytes(StandardCharsets.UTF_8);
        this.server = server;
        server.createContext("/", exchange -> {
            if (!exchange.getRequestURI().getPath().equals("/")) {
                // the browser looks for an icon some time after the page, when a test may be on a page of the shop
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            for (String setCookie : setCookies) {
                exchange.getResponseHeaders().add("Set-Cookie", setCookie);
            }
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
    }

    static OtherSites http(String body) throws IOException {
        return new OtherSites(HttpServer.create(anyPort(), 0), body);
    }

    static OtherSites https(SSLContext context, String body, String... setCookies) throws IOException {
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new OtherSites(server, body, setCookies);
    }

    /** The address of the one at this host. */
    String at(String host) {
        return (server instanceof HttpsServer ? "https://" : "http://") + host + ":" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
