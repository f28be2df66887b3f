package io.quarkiverse.usersession.deployment;

import jakarta.inject.Singleton;

import io.quarkiverse.usersession.runtime.dev.ConfigurationMask;
import io.quarkiverse.usersession.runtime.dev.UserSessionJsonRPCService;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;

/** The card in the Dev UI. What it asks the application for comes from a module that only dev mode has. */
@BuildSteps(onlyIf = IsLocalDevelopment.class)
class DevUiProcessor {

    @BuildStep
    CardPageBuildItem card(SessionNamesBuildItem named) {
        CardPageBuildItem card = new CardPageBuildItem();
        card.addPage(Page.webComponentPageBuilder()
                .title("Sessions")
                .icon("font-awesome-solid:cookie")
                .componentLink("qwc-user-session-sessions.js")
                .staticLabel(String.valueOf(1 + named.names().size())));
        card.addPage(Page.webComponentPageBuilder()
                .title("Open a cookie")
                .icon("font-awesome-solid:lock-open")
                .componentLink("qwc-user-session-cookie.js"));
        return card;
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
    AdditionalBeanBuildItem configurationMask() {
        return AdditionalBeanBuildItem.unremovableOf(ConfigurationMask.class);
    }
}
