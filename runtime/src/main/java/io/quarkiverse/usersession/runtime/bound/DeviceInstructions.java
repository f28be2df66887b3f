package io.quarkiverse.usersession.runtime.bound;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON that tells a browser what its device-bound session is (W3C Device Bound Session Credentials, JSON Session
 * Instruction Format).
 */
final class DeviceInstructions {

    private DeviceInstructions() {
    }

    /**
     * @param refreshUrl as a path of this host
     * @param cookieName that of the proof
     * @param cookieAttributes with which it is set, as in a {@code Set-Cookie} header
     * @param initiators which hosts may cause a refresh besides this one
     */
    static Map<String, Object> session(String identifier, String refreshUrl, String cookieName,
            String cookieAttributes, List<String> initiators) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("session_identifier", identifier);
        json.put("refresh_url", refreshUrl);
        json.put("scope", Map.of("include_site", false));
        Map<String, Object> credential = new LinkedHashMap<>();
        credential.put("type", "cookie");
        credential.put("name", cookieName);
        credential.put("attributes", cookieAttributes);
        json.put("credentials", List.of(credential));
        if (!initiators.isEmpty()) {
            json.put("allowed_refresh_initiators", List.copyOf(initiators));
        }
        return json;
    }

    static Map<String, Object> end(String identifier) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("session_identifier", identifier);
        json.put("continue", false);
        return json;
    }
}
