package dev.ferry.asapp.batch;

import dev.ferry.core.staging.FragmentRow;
import java.util.Set;

/// Takes the first look at a line. *Threading*: one thread.
public interface RowScanner {
    /// Looks at one line.
    ScannedLine scan(LineReader line);

    /// The row of the line that was looked at last, as it is staged; good until the next line is read.
    default FragmentRow.Payload payload(LineReader line) {
        return new FragmentRow.Payload.Inline(line.copy());
    }

    /// Columns that the catalogue or the export's schema file does not have, seen in rows so far.
    Set<String> drifted();
}
