package io.quarkiverse.usersession.runtime.crypto;

/** What a key is for. Each purpose has keys of its own, so that nothing that is sealed for one passes for another. */
public enum KeyPurpose {

    /** Session cookies. */
    COOKIE("cookie v1"),

    /** Cookies that keep where a browser wanted to go. */
    WANTED("wanted v1"),

    /** Values that are too large for a cookie. */
    STORED_VALUE("stored value v1"),

    /** Cookies that prove that a browser has the key of its sign-in. */
    DEVICE_PROOF("device proof v1"),

    /** What a browser calls the device-bound session of a sign-in. */
    DEVICE_SESSION("device session v1"),

    /** What a browser signs. */
    DEVICE_CHALLENGE("device challenge v1");

    private final String info;

    KeyPurpose(String info) {
        this.info = info;
    }

    /** The {@code info} of the key derivation (RFC 5869 §3.2). */
    String info() {
        return info;
    }
}
