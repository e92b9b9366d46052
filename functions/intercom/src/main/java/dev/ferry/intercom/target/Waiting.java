package dev.ferry.intercom.target;

import dev.ferry.core.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// The pause between the replies of one conversation, where Intercom has a throttle of its own that no page tells
/// of.
///
/// *Threading*: for one thread.
final class Waiting {
    private final Pace pace;
    private Instant last = Instant.MIN;

    private Waiting(Pace pace) {
        this.pace = pace;
    }

    /// How long the pause is.
    record Pace(Duration pause, Clock clock, Sleeper sleeper) {

        /// The pauses of one conversation.
        Waiting start() {
            return new Waiting(this);
        }

        /// Returns after a time, or at once when the thread is interrupted.
        void wait(Duration time) {
            try {
                sleeper.sleep(time);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Returns when the next reply may go.
    void pause() {
        Instant now = pace.clock().instant();
        Instant next = last.equals(Instant.MIN) ? now : last.plus(pace.pause());
        if (next.isAfter(now)) {
            pace.wait(Duration.between(now, next));
        }
        last = pace.clock().instant();
    }
}
