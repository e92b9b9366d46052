package dev.ferry.core.paging;

import java.time.Instant;

/// Why a run of pages has stopped.
public sealed interface Stop {
    /// What was done in this run.
    Count count();

    /// All pages are done.
    record Done(Count count) implements Stop {}

    /// The provider takes no more before a moment; the work goes on at the cursor then.
    record Parked(Count count, String cursor, Instant until) implements Stop {}

    /// Time is up; the work goes on at the cursor.
    record Paused(Count count, String cursor) implements Stop {}

    /// Nobody waits for the work any more.
    record Abandoned(Count count) implements Stop {}

    /// Pages and records of one run.
    ///
    /// @param requestsLeft about how many requests were still to come when it stopped
    record Count(long pages, long records, long requestsLeft) {
        /// Nothing yet.
        public static final Count NONE = new Count(0, 0, 0);

        Count plus(long more, long left) {
            return new Count(pages + 1, records + more, left);
        }
    }
}
