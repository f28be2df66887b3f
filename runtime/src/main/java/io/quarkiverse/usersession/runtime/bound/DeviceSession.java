package io.quarkiverse.usersession.runtime.bound;

/**
 * The data of a device-bound session that the browser returns with each refresh, because the server does not keep it.
 *
 * @param key the public key to which the sign-in is bound
 */
record DeviceSession(DeviceKey key, SealedSignIn signIn) {
}
