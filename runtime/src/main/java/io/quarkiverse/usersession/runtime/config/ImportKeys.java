package io.quarkiverse.usersession.runtime.config;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Reads keys of gorilla, which are bytes. Each is configured as a text, of which the UTF-8 bytes are used, or after
 * {@code hex:} or {@code base64:}.
 */
final class ImportKeys {

    private static final String HEX = "hex:";
    private static final String BASE64 = "base64:";

    private ImportKeys() {
    }

    /**
     * @param configured one of the keys
     * @param setting the configuration key
     * @throws ConfigurationException if it can't be decoded; the message names the setting and contains nothing of the key
     */
    static byte[] bytes(String configured, String setting) {
        try {
            if (configured.startsWith(HEX)) {
                return HexFormat.of().parseHex(encoded(configured));
            }
            if (configured.startsWith(BASE64)) {
                // with or without padding, and in either alphabet: Go programs use all of them
                return Base64.getDecoder().decode(encoded(configured).replace('-', '+').replace('_', '/'));
            }
        } catch (IllegalArgumentException e) {
            // not kept as the cause: it quotes the key
            throw new ConfigurationException(setting + " has a key that can't be decoded: after hex: write two hexadecimal"
                    + " digits for each byte, and after base64: base64 (RFC 4648); a text that begins with hex: or base64: itself"
                    + " is written as the base64 of its bytes");
        }
        return configured.getBytes(StandardCharsets.UTF_8);
    }

    /** The text by which the strength of a key is judged: the configured text, or the decoded bytes. */
    static String encoded(String configured) {
        if (configured.startsWith(HEX)) {
            return configured.substring(HEX.length()).strip();
        }
        return configured.startsWith(BASE64) ? configured.substring(BASE64.length()).strip() : configured;
    }
}
