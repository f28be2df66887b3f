package io.quarkiverse.usersession.redis.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.LogRecord;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** It is here because the tests of the other module have servlets and WebSockets in their applications. */
class SessionScopedHintTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Cart.class, Theme.class, Themes.class))
            .setLogRecordPredicate(record -> shown(record).contains("@SessionScoped"))
            .assertLogRecords(warnings -> assertThat(warnings).singleElement()
                    .satisfies(warning -> assertThat(shown(warning)).isEqualTo(Cart.class.getName() + ", "
                            + Theme.class.getName()
                            + " can't be used in requests: nothing in this application supports @SessionScoped beans. Keep the"
                            + " state of a user in a record, and inject it as a @SessionKey(\"...\") SessionValue")));

    @Inject
    Cart cart;

    @Test
    void theBuildWarnsOnceOfAllBeansThatNothingKeeps() {
        assertThatThrownBy(() -> cart.size()).isInstanceOf(ContextNotActiveException.class);
    }

    private static String shown(LogRecord record) {
        return record instanceof ExtLogRecord extended ? extended.getFormattedMessage() : record.getMessage();
    }

    @SessionScoped
    static class Cart {

        int size() {
            return 0;
        }
    }

    static class Theme {
    }

    static class Themes {

        @Produces
        @SessionScoped
        Theme theme() {
            return new Theme();
        }
    }
}
