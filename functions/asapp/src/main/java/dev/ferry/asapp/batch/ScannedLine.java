package dev.ferry.asapp.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the first look at a line finds.
public sealed interface ScannedLine {
    /// A row that can be staged.
    ///
    /// @param values the columns that were asked for, in their order, null where the row has none
    record Row(List<@Nullable String> values) implements ScannedLine {}

    /// A line that is quarantined.
    ///
    /// @param detail what is wrong, in words that hold no value of the row
    record Rejected(RejectReason reason, String detail) implements ScannedLine {
        static final Rejected NOT_UTF8 = new Rejected(RejectReason.BAD_JSON, "invalid UTF-8 byte sequence");
    }
}
