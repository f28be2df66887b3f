package io.quarkiverse.usersession.runtime.bound;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON that describes a device-bound session to the browser (W3C Device Bound Session Credentials, JSON Session Instruction
 * Format).
 */
final class DeviceInstructions {

    private DeviceInstructions() {
    }

    /**
     * @param refreshUrl a path on this host
     * @param cookieName the name of the proof's cookie
     * @param cookieAttributes the attributes of the proof's cookie, as in a {@code Set-Cookie} header
     * @param initiators other hosts that may cause a refresh
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
