package io.quarkiverse.usersession.runtime.bound;

import java.util.List;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.http.DeviceBinding;
import io.quarkiverse.usersession.runtime.http.SecureDetection;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;

/** Creates the objects that bind the sign-ins of an application. */
public final class DeviceBound implements DeviceBinding.Maker {

    private final String prefix;
    private final boolean mayBePrefixed;
    private final List<String> initiators;
    private final DeviceMetrics metrics;

    /**
     * @param prefix the path of the application below which the endpoints are
     * @param mayBePrefixed whether a proxy may strip a prefix from the paths that browsers use
     * @param initiators other hosts that may cause a refresh
     */
    public DeviceBound(String prefix, boolean mayBePrefixed, List<String> initiators, DeviceMetrics metrics) {
        this.prefix = prefix;
        this.mayBePrefixed = mayBePrefixed;
        this.initiators = initiators;
        this.metrics = metrics;
    }

    @Override
    public DeviceBinding make(SessionDefinition session, CookieAttributes cookie, KeyRing keys, Randomness random,
            SecureDetection secure) {
        DevicePaths paths = DevicePaths.below(prefix);
        BoundCookieRules.check(cookie, mayBePrefixed ? null : paths);
        ProofCookie proof = new ProofCookie(cookie, keys, random, secure);
        DeviceProtocol protocol = new DeviceProtocol(proof.name(), keys, random, session.lifetimes().absoluteTimeout());
        return new BoundSignIns(protocol, proof, new Retry(proof.name(), keys, random), paths, cookie.path(), session, metrics,
                new DeviceEndpoints(protocol, proof, paths, session, initiators, metrics));
    }
}
