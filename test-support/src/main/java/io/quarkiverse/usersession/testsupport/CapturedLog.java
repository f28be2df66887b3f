package io.quarkiverse.usersession.testsupport;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;

/** Captures everything that the extension logs while this is open, including TRACE. */
public final class CapturedLog extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("io.quarkiverse.usersession");
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    public CapturedLog() {
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    public List<String> messages() {
        return messages("");
    }

    /** The messages of one level, such as WARN (which java.util.logging calls WARNING). */
    public List<String> messages(String level) {
        return records.stream()
                .filter(entry -> entry.getLevel().getName().startsWith(level))
                .map(CapturedLog::message)
                .toList();
    }

    /** All messages as one text, with parameters and exceptions. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (LogRecord entry : records) {
            text.append(message(entry)).append(Arrays.toString(entry.getParameters())).append(entry.getThrown()).append('\n');
        }
        return text.toString();
    }

    private static String message(LogRecord entry) {
        return entry instanceof ExtLogRecord formatted ? formatted.getFormattedMessage() : entry.getMessage();
    }

    @Override
    public void publish(LogRecord entry) {
        records.add(entry);
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }
}
