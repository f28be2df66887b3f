package io.quarkiverse.usersession.runtime.state;

/**
 * What was last handed to the application to send.
 *
 * @param unread the values as if no flash value had been read
 */
record HandedOut(SessionEntries stored, SessionEntries unread) {
}
