package io.quarkiverse.usersession.runtime.dev;

import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;

/** Says what each outcome means, and what to do about it. */
final class OutcomeHelp {

    private OutcomeHelp() {
    }

    static String of(CookieOutcome outcome, boolean currentKey) {
        return switch (outcome) {
            case VALID -> "It is valid"
                    + (currentKey ? "" : ", and the application seals it with the current secret when it is next used")
                    + ". This page does not check whether its sign-in has ended or is bound to another browser";
            case IMPORTED -> "It is a cookie of the other system: the application imports its session and replaces the cookie";
            case ABSENT -> "There is nothing to open: paste a cookie's value, name=value, or a whole Cookie or Set-Cookie line";
            case EXPIRED -> "It has expired, and a request with it starts a new session: max-age and absolute-timeout set how"
                    + " long sessions live";
            case NOT_YET_VALID ->
                "It is dated in the future: compare the clock of this machine with that of the machine that created it";
            case UNKNOWN_KEY ->
                "It was sealed with a secret that this session does not have: look for its key id among those of"
                        + " the session, and add the secret to accepted-secrets if you want to accept its cookies";
            case LATER_VERSION -> "It was created by a later version of this extension: this version leaves it alone";
            case DAMAGED -> "It was changed or cut off, or sealed under another name";
            case UNRECOGNIZED ->
                "It is not a cookie of this extension: another application may have set it, and it is left alone";
            case CONFLICTING -> "Another cookie of the same domain and path names another sign-in: no browser keeps two such"
                    + " cookies";
            case TOO_LONG -> "Name and value have more than " + CookieFormat.MAX_COOKIE_BYTES
                    + " bytes: no browser keeps such a cookie, and it is not even decoded";
            case TOO_MANY ->
                "The request has more than 8 cookies of this name that look like ours, and none of the first 8 can be used";
        };
    }
}
