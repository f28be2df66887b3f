package org.acme.compatibility.websocketsnext;

import jakarta.inject.Inject;

import io.quarkiverse.usersession.SessionStorage;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;

@WebSocket(path = "/socket")
public class SessionSocket {

    @Inject
    SessionStorage sessions;

    @OnOpen
    String open(WebSocketConnection connection) {
        return sessions.getSession(connection.handshakeRequest().header("Cookie")).get("colour").orElse("none");
    }
}
