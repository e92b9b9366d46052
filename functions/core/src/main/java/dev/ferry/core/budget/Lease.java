package dev.ferry.core.budget;

import java.time.LocalDate;

/// Slots that belong to one worker, and the pace at which they were given out.
public record Lease(Block block, LocalDate day, long generation, Pace pace) {
    /// A slot, counted from 0.
    public Slot slot(int number) {
        return new Slot(block.slot(number), day, generation);
    }
}
