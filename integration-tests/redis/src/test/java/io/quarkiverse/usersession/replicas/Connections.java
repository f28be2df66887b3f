package io.quarkiverse.usersession.replicas;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** Many requests at the same time. */
final class Connections {

    private static final Duration TIMEOUT = Duration.ofSeconds(180);

    private Connections() {
    }

    /**
     * @param cookies of the session, one for each URL; empty for none at all
     * @param parallel how many requests are under way at the same time, each on its own connection
     */
    static List<HttpResponse<String>> get(List<String> urls, List<String> cookies, int parallel) {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
        Semaphore free = new Semaphore(parallel);
        List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(urls.get(i))).timeout(TIMEOUT);
            if (!cookies.isEmpty()) {
                request.header("Cookie", "__session=" + cookies.get(i));
            }
            free.acquireUninterruptibly();
            responses.add(client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                    .whenComplete((response, failure) -> free.release()));
        }
        return responses.stream().map(CompletableFuture::join).toList();
    }
}
