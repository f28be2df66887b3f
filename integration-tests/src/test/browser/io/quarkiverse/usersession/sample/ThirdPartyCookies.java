package io.quarkiverse.usersession.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@code BrowserContext} parameter: in that browser a cookie's {@code SameSite} decides whether pages that are embedded in
 * other sites receive it. Debian's Chromium keeps all cookies from them, unless they are partitioned.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface ThirdPartyCookies {
}
