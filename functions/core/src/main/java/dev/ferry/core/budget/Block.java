package dev.ferry.core.budget;

import java.time.Duration;
import java.time.Instant;

/// A part of the timeline that belongs to one worker.
///
/// @param first the first slot
/// @param step from one slot to the next
/// @param end where the next block begins, with its silence
public record Block(Instant first, Duration step, int slots, Instant end) {
    /// Refuses a block without slots.
    public Block {
        if (slots < 1) {
            throw new IllegalArgumentException("A block has at least one slot");
        }
    }

    /// A slot, counted from 0.
    public Instant slot(int number) {
        return first.plus(step.multipliedBy(number));
    }

    /// How many slots lie before a moment.
    public int slotsBefore(Instant moment) {
        if (!first.isBefore(moment)) {
            return 0;
        }
        long nanos = Duration.between(first, moment).toNanos();
        return (int) Math.min(slots, Math.ceilDiv(nanos, step.toNanos()));
    }

    /// The same block with only its first slots.
    public Block cut(int fewer) {
        return new Block(first, step, fewer, end);
    }
}
