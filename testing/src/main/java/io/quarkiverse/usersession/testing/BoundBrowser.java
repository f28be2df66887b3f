package io.quarkiverse.usersession.testing;

import static io.restassured.RestAssured.given;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * Acts as a browser that supports device-bound sessions (W3C Device Bound Session Credentials). Use it to test applications
 * that were built with {@code quarkus.user-session.sign-in.device-bound.enabled=true}. It has a key in memory and keeps
 * cookies. It registers its key when the application offers that, and gets a new proof before a request if it has none.
 *
 * <pre>{@code
 * BoundBrowser browser = new BoundBrowser();
 * browser.send("POST", "/login", given().formParam("name", "ada"));
 * browser.get("/account"); // binds the sign-in
 *
 * given().header("Cookie", browser.cookiesWithoutProof()).get("/account").then().statusCode(401); // a stolen cookie
 *
 * browser.dropProof(); // as ten minutes later
 * browser.get("/account").then().statusCode(200);
 * }</pre>
 *
 * It accepts {@code Secure} cookies even over plain HTTP, and does not follow redirects. The application offers to register a
 * key only if its cookies are {@code Secure}: over HTTPS, or with {@code quarkus.user-session.cookie.secure=always}. This class
 * is not thread-safe.
 */
public final class BoundBrowser {

    private static final Pattern OFFER = Pattern.compile("\\(ES256\\);path=\"([^\"]+)\";challenge=\"([^\"]+)\"");
    private static final Pattern CHALLENGE = Pattern.compile("\"([^\"]+)\";id=\"[^\"]*\"");
    private static final int MAX_CHALLENGES = 3; // as Chromium

    private final DeviceKeyPair keys = new DeviceKeyPair();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private String identifier; // null if no session is registered
    private String refreshPath;
    private String proofCookie;
    private String challenge;

    /** Sends a {@code GET} request with all cookies. If the browser has no proof, it gets one first. */
    public Response get(String path) {
        return send("GET", path, given());
    }

    /**
     * Sends a request with all cookies. If the browser has no proof, it gets one first.
     *
     * @param request the rest of the request, such as form parameters
     */
    public Response send(String method, String path, RequestSpecification request) {
        Objects.requireNonNull(method, "method must not be null");
        Objects.requireNonNull(path, "path must not be null");
        Objects.requireNonNull(request, "request must not be null");
        if (identifier != null && !cookies.containsKey(proofCookie)) {
            refresh();
        }
        Response response = exchange(method, path, request);
        registerIfOffered(response);
        return response;
    }

    private void registerIfOffered(Response response) {
        Matcher offer = OFFER.matcher(String.valueOf(response.header("Secure-Session-Registration")));
        if (offer.matches()) {
            register(offer.group(1), offer.group(2));
        }
    }

    private Response exchange(String method, String path, RequestSpecification request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", header(null));
        }
        Response response = request.redirects().follow(false).request(method, path);
        response.headers().getValues("Set-Cookie").forEach(this::keep);
        return response;
    }

    /** A request that no page has sent. */
    private static RequestSpecification byItself() {
        return given().filter(new SameOrigin()).header("Sec-Fetch-Site", "same-origin").header("Sec-Fetch-Mode", "no-cors")
                .header("Sec-Fetch-Dest", "empty");
    }

    private void register(String path, String offered) {
        Response response = exchange("POST", path,
                byItself().header("Secure-Session-Response", keys.proof(offered, true)));
        if (response.statusCode() == 200) {
            identifier = response.jsonPath().getString("session_identifier");
            refreshPath = response.jsonPath().getString("refresh_url");
            proofCookie = response.jsonPath().getString("credentials[0].name");
            challenge = challengeIn(response);
        }
    }

    /**
     * Asks for a new proof, as a browser does when it has none. If the application says so, the device-bound session ends.
     *
     * @return the last response; null if no device-bound session is registered
     */
    public Response refresh() {
        Response response = null;
        for (int i = 0; identifier != null && i < MAX_CHALLENGES; i++) {
            RequestSpecification request = byItself().header("Sec-Secure-Session-Id", identifier);
            if (challenge != null) {
                request.header("Secure-Session-Response", keys.proof(challenge, false));
            }
            response = exchange("POST", refreshPath, request);
            String next = challengeIn(response);
            challenge = next == null ? challenge : next;
            if (response.statusCode() != 403) {
                end(response);
                registerIfOffered(response);
                return response;
            }
        }
        identifier = null;
        return response;
    }

    private void end(Response response) {
        int status = response.statusCode();
        boolean ends = status == 200 && response.asString().contains("\"continue\":false")
                || status >= 400 && status < 500 && !List.of(407, 429).contains(status);
        identifier = ends ? null : identifier;
    }

    private static String challengeIn(Response response) {
        Matcher challenged = CHALLENGE.matcher(String.valueOf(response.header("Secure-Session-Challenge")));
        return challenged.matches() ? challenged.group(1) : null;
    }

    /** Tells whether a device-bound session is registered and the application has not ended it. */
    public boolean isRegistered() {
        return identifier != null;
    }

    /** The identifier of the device-bound session; null if none is registered. */
    public String sessionIdentifier() {
        return identifier;
    }

    /** Tells whether the browser has a proof. */
    public boolean hasProof() {
        return cookies.containsKey(proofCookie);
    }

    /** Forgets the proof, as a browser does ten minutes after it got the proof. */
    public BoundBrowser dropProof() {
        cookies.remove(proofCookie);
        return this;
    }

    /** The value of a {@code Cookie} header with all cookies except the proof, like an earlier copy that was stolen. */
    public String cookiesWithoutProof() {
        return header(proofCookie);
    }

    /** The value of a {@code Cookie} header with all cookies. */
    public String cookies() {
        return header(null);
    }

    private String header(String without) {
        return cookies.entrySet().stream().filter(cookie -> !cookie.getKey().equals(without))
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
    }

    private void keep(String setCookie) {
        int equals = setCookie.indexOf('=');
        int end = setCookie.indexOf(';') < 0 ? setCookie.length() : setCookie.indexOf(';');
        String name = setCookie.substring(0, equals);
        if (equals + 1 == end || setCookie.contains("; Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, setCookie.substring(equals + 1, end));
        }
    }
}
