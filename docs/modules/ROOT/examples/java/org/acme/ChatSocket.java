package org.acme;

import jakarta.inject.Inject;

import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;

// tag::class[]
@WebSocket(path = "/chat")
public class ChatSocket {

    @Inject
    SessionStorage sessions;

    @OnOpen
    String open(WebSocketConnection connection) {
        UserSession session = sessions.getSession(connection.handshakeRequest().header("Cookie"));
        return "Hello " + session.get("userID").orElse("stranger");
    }
}
// end::class[]
