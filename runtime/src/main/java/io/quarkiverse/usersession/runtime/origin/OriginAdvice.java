package io.quarkiverse.usersession.runtime.origin;

/** Says which setting would let a request from another origin through. */
final class OriginAdvice {

    private final OriginRules rules;

    OriginAdvice(OriginRules rules) {
        this.rules = rules;
    }

    /** The advice, with the most likely case first. */
    String on(RequestOrigin request) {
        if (request.hasSeveral()) {
            return "Browsers send at most one Origin and one Sec-Fetch-Site header: see which client or proxy sends more";
        }
        if (!request.hasOrigin()) {
            return "To allow it, add its path to quarkus.user-session.cross-origin.allowed-paths, because it names no origin"
                    + " that could be trusted";
        }
        String trust = "add it to quarkus.user-session.trusted-origins";
        if (request.isToldByItsHost() && !rules.readsForwardedHost()) {
            return "If that is this application as browsers know it, a proxy has replaced the Host header with '"
                    + ShownText.of(request.authority()) + "': let the proxy pass the header on, or set"
                    + " quarkus.http.proxy.proxy-address-forwarding=true and quarkus.http.proxy.enable-forwarded-host=true. If"
                    + " it is another site whose requests you want to allow, " + trust;
        }
        return "To allow its requests, " + trust;
    }
}
