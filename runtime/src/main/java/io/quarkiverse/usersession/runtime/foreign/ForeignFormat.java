package io.quarkiverse.usersession.runtime.foreign;

/** A session-cookie format of another system. Its cookies are read, so that its sessions go on as ours, and never written. */
public interface ForeignFormat {

    /**
     * Opens a cookie value of any origin. It never throws, and there is no other way in.
     *
     * @param now seconds since the epoch
     */
    OpenedForeignCookie open(String value, long now);
}
