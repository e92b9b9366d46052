package dev.ferry.local.sqs;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// A standard queue of the deployment.
///
/// *Shape* in `resources.json`:
/// `{"name":"gates","visibilityTimeoutSeconds":900,"deadLetter":{"queue":"gates-dead","maxReceiveCount":10}}`;
/// the last may be absent. The dead-letter queue is a queue of the same list.
public record QueueDescription(String name, Duration visibilityTimeout, Optional<DeadLetter> deadLetter) {

    private static final Duration LONGEST_VISIBILITY = Duration.ofHours(12);

    public QueueDescription {
        Objects.requireNonNull(name, "a queue needs a name");
        Objects.requireNonNull(deadLetter);
        if (visibilityTimeout.isNegative() || visibilityTimeout.compareTo(LONGEST_VISIBILITY) > 0) {
            throw new IllegalArgumentException("Queue %s has a visibility timeout of %s; SQS allows 0 s to 12 h"
                    .formatted(name, visibilityTimeout));
        }
    }

    /// Where a message goes that was received too often.
    ///
    /// @param maxReceiveCount 1 to 1,000
    public record DeadLetter(String queue, int maxReceiveCount) {

        private static final int HIGHEST = 1_000;

        public DeadLetter {
            Objects.requireNonNull(queue, "a deadLetter needs a queue");
            if (maxReceiveCount < 1 || maxReceiveCount > HIGHEST) {
                throw new IllegalArgumentException(
                        "maxReceiveCount is %d; SQS allows 1 to %d".formatted(maxReceiveCount, HIGHEST));
            }
        }
    }
}
