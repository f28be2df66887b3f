package io.quarkiverse.usersession.runtime.bound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.format.JsonObject;

class DeviceInstructionsTest {

    @Test
    void describesASession() {
        assertThat(json(DeviceInstructions.session("id", "/dbsc/refresh", "__Host-s-proof",
                "Path=/; Secure; HttpOnly; SameSite=Lax", List.of())))
                .isEqualTo(
                        "{\"session_identifier\":\"id\",\"refresh_url\":\"/dbsc/refresh\",\"scope\":{\"include_site\":false},"
                                + "\"credentials\":[{\"type\":\"cookie\",\"name\":\"__Host-s-proof\","
                                + "\"attributes\":\"Path=/; Secure; HttpOnly; SameSite=Lax\"}]}");
    }

    @Test
    void namesWhoMayCauseARefresh() {
        assertThat(json(DeviceInstructions.session("id", "/r", "p", "Path=/", List.of("*.example.org", "mail.test"))))
                .endsWith(",\"allowed_refresh_initiators\":[\"*.example.org\",\"mail.test\"]}");
    }

    @Test
    void endsASession() {
        assertThat(json(DeviceInstructions.end("id"))).isEqualTo("{\"session_identifier\":\"id\",\"continue\":false}");
    }

    private static String json(Map<String, Object> instructions) {
        return new String(new JsonObject().write(instructions), UTF_8);
    }
}
