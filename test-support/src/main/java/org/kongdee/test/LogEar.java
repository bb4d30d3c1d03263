package org.kongdee.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what a service under test logs as an error while it is open. */
public final class LogEar extends Handler implements AutoCloseable {

    private final Logger root = Logger.getLogger("");
    private final List<String> errors = new CopyOnWriteArrayList<>();

    public LogEar() {
        setLevel(Level.SEVERE);
        root.addHandler(this);
    }

    /** The lines, each with its logger and the class of what was thrown. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
            errors.add(
                    "%s: %s %s"
                            .formatted(line.getLoggerName(), line.getMessage(), line.getThrown()));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
