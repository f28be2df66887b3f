package io.quarkiverse.usersession.test.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Speaks JSON-RPC with the Dev UI, as its pages do. Quarkus' own client for tests looks for an answer every third second. */
public final class DevUi {

    private static final int TIMEOUT_SECONDS = 60;

    private final URI socket;
    private final ObjectMapper json = new ObjectMapper();
    private final StringBuilder answers = new StringBuilder();

    public DevUi(int port) {
        this.socket = URI.create("ws://localhost:" + port + "/q/dev-ui/json-rpc-ws");
    }

    /** What the method answers, as it is sent. */
    public String answer(String method, Map<String, Object> params) throws Exception {
        Answer answer = new Answer();
        WebSocket connection = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(socket, answer)
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        try {
            connection.sendText(json.writeValueAsString(
                    Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", params)), true);
            return answer.text.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } finally {
            connection.abort();
        }
    }

    /** The object in the answer of one of our methods. */
    public JsonNode call(String method, Map<String, Object> params) throws Exception {
        String answer = answer("quarkus-user-session_" + method, params);
        if (!method.equals("generateSecret")) {
            answers.append(answer);
        }
        JsonNode object = json.readTree(answer).path("result").path("object");
        if (object.isMissingNode()) {
            throw new AssertionError("the Dev UI answered: " + answer);
        }
        return object;
    }

    /** All that our methods have answered, except the secrets that they have generated. */
    public String answers() {
        return answers.toString();
    }

    private static final class Answer implements WebSocket.Listener {

        private final StringBuilder received = new StringBuilder();
        private final CompletableFuture<String> text = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket connection, CharSequence part, boolean last) {
            received.append(part);
            if (last) {
                text.complete(received.toString());
            }
            connection.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket connection, Throwable error) {
            text.completeExceptionally(error);
        }
    }
}
