package io.quarkiverse.usersession.runtime.bound;

/**
 * What a browser gives back of its device-bound session with each refresh: nothing of it is kept on the server.
 *
 * @param key the public key to which the sign-in is bound
 */
record DeviceSession(DeviceKey key, SealedSignIn signIn) {
}
