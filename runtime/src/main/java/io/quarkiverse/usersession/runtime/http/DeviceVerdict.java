package io.quarkiverse.usersession.runtime.http;

/** What a request shows of the browser in which its sign-in began. */
public enum DeviceVerdict {

    /** It comes from that browser. */
    PROVEN(true, false),

    /** The sign-in is not bound to a browser yet. */
    UNBOUND(true, false),

    /** The browser refreshes its proof when a page of this origin leads it here, so it has to come again. */
    TO_COME_AGAIN(false, true),

    /** The browser could not refresh its proof, and says so. It may be able to later. */
    COULD_NOT_PROVE(false, true),

    /**
     * No page of this origin has caused the request, but another's or a prefetch: browsers need not refresh the proof for it.
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

    /** Whether the session may be good for the next request, though it is not for this one: nothing must be set over it. */
    public boolean isProvable() {
        return provable;
    }
}
