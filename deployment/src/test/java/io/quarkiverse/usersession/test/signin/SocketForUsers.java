package io.quarkiverse.usersession.test.signin;

import io.quarkus.security.Authenticated;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;

@WebSocket(path = "/socket-for-users")
@Authenticated
public class SocketForUsers {

    @OnOpen
    String greet() {
        return "hello";
    }
}
