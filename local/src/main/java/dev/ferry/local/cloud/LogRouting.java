package dev.ferry.local.cloud;

import dev.ferry.handlers.logging.LogLine;
import dev.ferry.local.lambda.FunctionLogs;
import java.time.Instant;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/// A log appender that tells a function's lines from an engine's by the thread they come from.
final class LogRouting extends AbstractAppender {

    private final FunctionLogs functions;
    private final Appender engines;

    LogRouting(FunctionLogs functions, Appender engines) {
        super("routing", null, null, true, Property.EMPTY_ARRAY);
        this.functions = functions;
        this.engines = engines;
    }

    @Override
    public void append(LogEvent event) {
        var function = functions.attached();
        if (function.isPresent()) {
            functions.line(function.get(), line(event).json());
        } else {
            engines.append(event);
        }
    }

    private static LogLine line(LogEvent event) {
        return new LogLine(
                Instant.ofEpochMilli(event.getInstant().getEpochMillisecond()),
                event.getLevel().name(),
                event.getLoggerName(),
                event.getMessage().getFormattedMessage(),
                event.getContextData().toMap(),
                event.getThrown());
    }
}
