package dev.ferry.local.cloud;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/// Passes on what libraries log through the JDK's own logging, which would otherwise print to the terminal.
final class JdkLogBridge extends Handler {

    private final SimpleFormatter text = new SimpleFormatter();

    /// Takes the place of the JDK's console output. SLF4J is made ready first: while another thread does so, it
    /// prints a complaint about every logger that is asked for.
    static void install() {
        LoggerFactory.getILoggerFactory();
        LogManager.getLogManager().reset();
        java.util.logging.Logger.getLogger("").addHandler(new JdkLogBridge());
    }

    @Override
    public void publish(LogRecord event) {
        var logger = LoggerFactory.getLogger(event.getLoggerName() == null ? "jdk" : event.getLoggerName());
        var message = text.formatMessage(event);
        if (event.getLevel().intValue() >= Level.WARNING.intValue()) {
            logger.warn(message, event.getThrown());
        } else {
            logger.debug(message, event.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
