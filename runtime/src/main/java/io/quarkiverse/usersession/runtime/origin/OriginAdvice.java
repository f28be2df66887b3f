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
            // pages of other sites may send the same, so the path is not to be the first thing to try
            return (request.fetchSite() != null ? ""
                    : "If it is a form of this application, its page has Referrer-Policy: no-referrer: use another policy, such"
                            + " as same-origin. ")
                    + "If it comes from another site, you can add the path to"
                    + " quarkus.user-session.cross-origin.allowed-paths, which lets all sites in: do so only if the endpoint"
                    + " checks itself who has sent the request";
        }
        String trust = "add it to quarkus.user-session.trusted-origins";
        if (!request.isToldByItsHost() || rules.forwardedHost() == ForwardedHost.OF_ALL) {
            return "To allow its requests, " + trust;
        }
        String host = " has replaced the Host header with '" + ShownText.of(request.authority())
                + "': let the proxy pass the header on, or ";
        return "If that is this application as browsers know it, a proxy"
                + (rules.forwardedHost() == ForwardedHost.OF_SOME
                        ? " that Quarkus does not trust, or that does not forward the host," + host
                                + "add its address to quarkus.http.proxy.trusted-proxies and let it send X-Forwarded-Host"
                        : host + "set quarkus.http.proxy.proxy-address-forwarding=true and"
                                + " quarkus.http.proxy.enable-forwarded-host=true")
                + ". If it is another site whose requests you want to allow, " + trust;
    }
}
