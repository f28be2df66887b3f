package io.quarkiverse.usersession.runtime.bound;

import java.util.List;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.http.DeviceBinding;
import io.quarkiverse.usersession.runtime.http.SecureDetection;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Puts together what binds the sign-ins of an application. */
public final class DeviceBound implements DeviceBinding.Maker {

    /** Where the settings are. */
    static final String SETTINGS = "quarkus.user-session.sign-in.device-bound";

    private final String prefix;
    private final boolean mayBePrefixed;
    private final List<String> initiators;
    private final DeviceMetrics metrics;

    /**
     * @param prefix below which the endpoints are, as the application knows it
     * @param mayBePrefixed whether a proxy may take something off that browsers have before it
     * @param initiators which hosts may cause a refresh besides this one
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
        check(cookie, paths);
        ProofCookie proof = new ProofCookie(cookie, keys, random, secure);
        DeviceProtocol protocol = new DeviceProtocol(proof.name(), keys, random, session.lifetimes().absoluteTimeout());
        return new BoundSignIns(protocol, proof, new Retry(proof.name(), keys, random), paths, cookie.path(), session, metrics,
                new DeviceEndpoints(protocol, proof, paths, session, initiators, metrics));
    }

    private void check(CookieAttributes cookie, DevicePaths paths) {
        if (!mayBePrefixed && !DevicePaths.isBelow(paths.refresh(), cookie.path())) {
            throw new ConfigurationException(SETTINGS + ".path: the cookie of the session, with the path " + cookie.path()
                    + ", is not sent to " + paths.refresh() + ": set it to a path below that of the cookie");
        }
        // a browser that can't register for all hosts, or in a frame, keeps the proof that it gets and can't get another
        if (cookie.domain() != null) {
            throw new ConfigurationException("quarkus.user-session.cookie.domain: sign-ins that are bound to their browsers"
                    + " are those of one host: unset it, or " + SETTINGS + ".enabled");
        }
        if (cookie.partitioned()) {
            throw new ConfigurationException("quarkus.user-session.cookie.partitioned: sign-ins in frames of other sites can't"
                    + " be bound to their browsers: unset it, or " + SETTINGS + ".enabled");
        }
    }
}
