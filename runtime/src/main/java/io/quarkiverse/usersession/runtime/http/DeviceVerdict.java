package io.quarkiverse.usersession.runtime.http;

/** What a request proves about the browser in which its sign-in began. */
public enum DeviceVerdict {

    /** It comes from that browser. */
    PROVEN(true, false),

    /** The sign-in is not bound to a browser yet. */
    UNBOUND(true, false),

    /** The browser renews its proof only when a page of this origin leads here, so it must load the page again. */
    TO_COME_AGAIN(false, true),

    /** The browser could not renew its proof, and says so. It may succeed later. */
    COULD_NOT_PROVE(false, true),

    /**
     * A page of another origin or a prefetch has caused the request. Browsers don't have to renew the proof for it.
     */
    CAUSED_ELSEWHERE(false, true),

    /** It comes from somewhere else, or from a browser that has lost its key. */
    UNPROVEN(false, false);

    private final boolean letIn;
    private final boolean provable;

    DeviceVerdict(boolean letIn, boolean provable) {
        this.letIn = letIn;
        this.provable = provable;
    }

    public boolean isLetIn() {
        return letIn;
    }

    /**
     * Whether the session may be valid for the next request, although it is not for this one. Then its cookie must not be
     * replaced.
     */
    public boolean isProvable() {
        return provable;
    }
}
