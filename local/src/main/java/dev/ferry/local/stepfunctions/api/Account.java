package dev.ferry.local.stepfunctions.api;

import dev.ferry.local.stepfunctions.query.Chance;
import dev.ferry.local.stepfunctions.timing.Timekeeper;
import java.time.Instant;

/// Whose API it is, and its sources of time and chance.
record Account(String accountId, String region, Timekeeper timekeeper, Chance chance) {

    String machineArn(String name) {
        return "arn:aws:states:%s:%s:stateMachine:%s".formatted(region, accountId, name);
    }

    long now() {
        return timekeeper.now().toEpochMilli();
    }

    /// A date as the wire carries it: seconds since 1970, with milliseconds.
    static double date(long milliseconds) {
        return milliseconds / 1000.0;
    }

    static double date(Instant instant) {
        return date(instant.toEpochMilli());
    }
}
