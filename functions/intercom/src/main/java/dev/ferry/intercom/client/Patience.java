package dev.ferry.intercom.client;

import dev.ferry.core.time.Sleeper;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// Waits for what was made a moment ago and cannot be found everywhere yet.
///
/// *Source*: Intercom, messages: a contact may answer 404 for a short while after it was made.
record Patience(List<Duration> waits, Sleeper sleeper) {

    // For what is read long after it was made, as a rule.
    private static final int FEW = 3;

    /// The same with the first waits alone.
    Patience shortly() {
        return new Patience(waits.subList(0, Math.min(FEW, waits.size())), sleeper);
    }

    /// The call's answer. A 404 is waited out and the call made again; it was not carried out.
    <T> T untilThere(Supplier<T> call) {
        for (Duration wait : waits) {
            try {
                return call.get();
            } catch (IntercomException failure) {
                if (failure.code() != ErrorCode.NOT_FOUND) {
                    throw failure;
                }
                pause(wait, failure);
            }
        }
        return call.get();
    }

    private void pause(Duration wait, IntercomException failure) {
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
