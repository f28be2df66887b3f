package io.quarkiverse.usersession.runtime.signin;

import io.quarkiverse.usersession.runtime.http.DeviceBinding;
import io.quarkiverse.usersession.runtime.http.DeviceVerdict;
import io.quarkiverse.usersession.runtime.http.RequestedPage;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.state.Judgement;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkus.security.AuthenticationRedirectException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Checks the proof that a signed-in user is still in the browser in which the sign-in began. */
final class DeviceCheck {

    private final Sessions sessions;
    private final DeviceBinding binding; // null if sign-ins are not bound to browsers

    DeviceCheck(Sessions sessions) {
        this.sessions = sessions;
        this.binding = sessions.binding();
    }

    /** @throws AuthenticationRedirectException if the browser has to come again */
    DeviceVerdict judge(RoutingContext rc, SessionState session, SignedIn signedIn) {
        return binding == null ? DeviceVerdict.UNBOUND : judge(rc, session, signedIn, signedIn);
    }

    /**
     * Judges a sign-in that is bound although its session doesn't say so, and which was not {@link DeviceVerdict#PROVEN}.
     *
     * @throws AuthenticationRedirectException if the browser has to come again
     */
    DeviceVerdict judgeUnboundCopy(RoutingContext rc, SessionState session, SignedIn signedIn) {
        return judge(rc, session, signedIn, signedIn.bind());
    }

    private DeviceVerdict judge(RoutingContext rc, SessionState session, SignedIn signedIn, SignedIn judged) {
        DeviceVerdict verdict = binding.judge(rc, judged, isPage(rc));
        if (!verdict.isLetIn()) {
            session.judged(signedIn, verdict.isProvable() ? Judgement.UNCONFIRMED : Judgement.REFUSED);
        }
        if (verdict == DeviceVerdict.TO_COME_AGAIN) {
            // with this status, Quarkus takes the text for a page, and writes it without its length
            String html = binding.pageToComeAgain(rc, signedIn);
            rc.response().headers().set(HttpHeaders.CONTENT_LENGTH, String.valueOf(html.length()));
            throw new AuthenticationRedirectException(200, html);
        }
        return verdict;
    }

    /**
     * For a user who is let in.
     *
     * @throws AuthenticationRedirectException if the browser has come again, and can go on where it was to go
     */
    void goOn(RoutingContext rc) {
        String clean = binding == null ? null : cleanLocation(rc);
        if (clean != null) {
            throw new AuthenticationRedirectException(302, clean);
        }
    }

    private boolean isPage(RoutingContext rc) {
        return rc.request().method() == HttpMethod.GET && sessions.isForPages(rc)
                && Navigation.of(rc.request()) != Navigation.NONE;
    }

    /** @return null if this is not a repeated request, or if the browser would be sent to another host */
    private String cleanLocation(RoutingContext rc) {
        String query = binding.cleanQuery(rc);
        if (query == null || !isPage(rc)) {
            return null;
        }
        RequestedPage page = RequestedPage.of(rc.request());
        return WantedLocation.of(page.prefix() + page.path() + (query.isEmpty() ? "" : "?" + query));
    }
}
