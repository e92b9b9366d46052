package dev.ferry.core.paging;

import java.time.Instant;

/// What came of a page.
public sealed interface Page {
    /// It is done, and the next one begins at the cursor.
    ///
    /// @param records that it left behind
    /// @param requestsLeft about how many requests are still to come
    record More(String cursor, long records, long requestsLeft) implements Page {}

    /// It is done and was the last.
    record Last(long records) implements Page {}

    /// It could not be done before a moment: begin it again then.
    record Parked(Instant until) implements Page {}
}
