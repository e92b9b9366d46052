package dev.ferry.local.cloud;

import dev.ferry.local.lambda.FunctionLogs;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.layout.template.json.JsonTemplateLayout;

/// A log appender that tells a function's lines from an engine's by the thread they come from.
final class LogRouting extends AbstractAppender {

    private final FunctionLogs functions;
    private final JsonTemplateLayout layout;
    private final Appender engines;

    LogRouting(FunctionLogs functions, JsonTemplateLayout layout, Appender engines) {
        super("routing", null, layout, true, Property.EMPTY_ARRAY);
        this.functions = functions;
        this.layout = layout;
        this.engines = engines;
    }

    @Override
    public void append(LogEvent event) {
        var function = functions.attached();
        if (function.isPresent()) {
            functions.line(function.get(), layout.toSerializable(event).stripTrailing());
        } else {
            engines.append(event);
        }
    }
}
