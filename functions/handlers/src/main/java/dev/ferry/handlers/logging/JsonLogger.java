package dev.ferry.handlers.logging;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/// Prints what matters, from `INFO` on, to where Lambda takes a function's output from.
///
/// *Threading*: safe for concurrent use; a line is printed whole.
final class JsonLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1;

    private final transient InstantSource clock;

    JsonLogger(String name, InstantSource clock) {
        this.name = name;
        this.clock = clock;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        String message = MessageFormatter.basicArrayFormat(pattern, arguments);
        Map<String, String> about = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
        System.out.println(new LogLine(clock.instant(), level.name(), name, message, about, failure).json());
    }
}
