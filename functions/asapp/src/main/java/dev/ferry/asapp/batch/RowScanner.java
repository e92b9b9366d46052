package dev.ferry.asapp.batch;

import java.util.Set;

/// Takes the first look at a line. *Threading*: one thread.
public interface RowScanner {
    /// Looks at one line.
    ScannedLine scan(LineReader line);

    /// Columns that the catalogue or the export's schema file does not have, seen in rows so far.
    Set<String> drifted();
}
