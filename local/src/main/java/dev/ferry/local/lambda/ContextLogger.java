package dev.ferry.local.lambda;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;

/// The logger of an invocation's context.
record ContextLogger(String function, FunctionOutput output) implements LambdaLogger {

    @Override
    public void log(String message) {
        output.line(function, message);
    }

    @Override
    public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
    }
}
