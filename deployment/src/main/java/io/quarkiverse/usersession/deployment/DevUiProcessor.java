package io.quarkiverse.usersession.deployment;

import jakarta.inject.Singleton;

import io.quarkiverse.usersession.runtime.dev.BrowserCookies;
import io.quarkiverse.usersession.runtime.dev.BrowserCookiesRecorder;
import io.quarkiverse.usersession.runtime.dev.ConfigurationMask;
import io.quarkiverse.usersession.runtime.dev.UserSessionJsonRPCService;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;
import io.quarkus.vertx.http.deployment.NonApplicationRootPathBuildItem;
import io.quarkus.vertx.http.deployment.RouteBuildItem;

/** The card in the Dev UI. The code in the application that answers it is in a module that only development mode has. */
@BuildSteps(onlyIf = IsLocalDevelopment.class)
class DevUiProcessor {

    private static final String LOGO = "user-session.svg";

    /** Below the path of the Dev UI, whose filters refuse requests to other hosts, and those that name another origin. */
    private static final String BROWSER_COOKIES = "dev-ui/user-session-browser-cookies";

    @BuildStep
    CardPageBuildItem card(SessionNamesBuildItem named) {
        CardPageBuildItem card = new CardPageBuildItem();
        card.setLogo(LOGO, LOGO); // its colours stand out from both backgrounds
        card.addPage(Page.webComponentPageBuilder()
                .title("Sessions and settings")
                .icon("font-awesome-solid:cookie")
                .componentLink("qwc-user-session-sessions.js")
                .staticLabel(String.valueOf(1 + named.names().size())));
        card.addPage(Page.webComponentPageBuilder()
                .title("Open a cookie")
                .icon("font-awesome-solid:lock-open")
                .componentLink("qwc-user-session-cookie.js"));
        return card;
    }

    /** Its response is empty: the page asks for what is in the cookies as for those that are pasted. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    RouteBuildItem browserCookies(BrowserCookiesRecorder recorder, NonApplicationRootPathBuildItem paths) {
        return paths.routeBuilder().orderedRoute(BROWSER_COOKIES, -1).handler(recorder.handler()).build();
    }

    @BuildStep
    JsonRPCProvidersBuildItem service() {
        return new JsonRPCProvidersBuildItem(UserSessionJsonRPCService.class);
    }

    @BuildStep
    SyntheticBeanBuildItem sessions(SessionsBuildItem sessions) {
        return SyntheticBeanBuildItem.configure(Sessions.class)
                .scope(Singleton.class)
                .setRuntimeInit()
                .runtimeValue(sessions.sessions())
                .done();
    }

    @BuildStep
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.builder().addBeanClasses(BrowserCookies.class, ConfigurationMask.class).setUnremovable()
                .build();
    }
}
