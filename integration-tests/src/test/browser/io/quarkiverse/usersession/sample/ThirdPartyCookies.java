package io.quarkiverse.usersession.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@code BrowserContext} parameter: that browser leaves it to each cookie whether embedded pages of other sites receive it,
 * as browsers once did. Debian's Chromium blocks those cookies all, whatever their {@code SameSite} says.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface ThirdPartyCookies {
}
