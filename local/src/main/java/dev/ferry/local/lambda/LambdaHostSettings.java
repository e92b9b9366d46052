package dev.ferry.local.lambda;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;

/// What a [LambdaHost] depends on.
///
/// @param accountConcurrency the most invocations at once in the whole account, reserved ones included; 1,000 on
///     AWS
/// @param classes finds the handler classes
/// @param output where functions print
/// @param requestIds a fresh id per call
public record LambdaHostSettings(
        int accountConcurrency, ClassLoader classes, FunctionOutput output, Clock clock, Supplier<String> requestIds) {

    public LambdaHostSettings {
        if (accountConcurrency < 1) {
            throw new IllegalArgumentException("accountConcurrency is %d; at least 1".formatted(accountConcurrency));
        }
        Objects.requireNonNull(classes);
        Objects.requireNonNull(output);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(requestIds);
    }
}
