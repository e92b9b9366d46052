package dev.ferry.handlers.dynamodb;

import java.time.Clock;
import java.time.Duration;

/// When staging items go: DynamoDB deletes an item some time after the moment in its `expiresAt`.
///
/// *Units*: `expiresAt` is in epoch seconds.
public record Expiry(Clock clock, Duration after) {
    static final String ATTRIBUTE = "expiresAt";

    /// The value for an item written now.
    long epochSecond() {
        return clock.instant().plus(after).getEpochSecond();
    }
}
