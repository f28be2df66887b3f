package io.quarkiverse.usersession.deployment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.formatters.PatternFormatter;

/** What the build steps warn about while this is open. */
final class CapturedWarnings extends Handler implements AutoCloseable {

    private final PatternFormatter text = new PatternFormatter("%s");
    private final Logger logger = Logger.getLogger("io.quarkiverse.usersession.deployment");
    private final List<String> messages = new CopyOnWriteArrayList<>();

    CapturedWarnings() {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    List<String> messages() {
        return messages;
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            messages.add(entry instanceof org.jboss.logmanager.ExtLogRecord ? text.format(entry)
                    : String.format(entry.getMessage(), entry.getParameters()));
        }
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
