package dev.ferry.local.asapp.tenant;

import dev.ferry.local.simulation.Checks;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is done to the rows and files of an export on their way out. With the defaults, nothing: bytes as they are.
///
/// *Shape*, with the defaults of [#untouched] in brackets:
///
/// - `duplicateRowRate` [0] share of rows that stand twice in their file
/// - `restateRate` [0] share of rows that the feed's next partition repeats
/// - `splitFileBytes` [0: off] size at which a file becomes several, in bytes before compression
/// - `gzip` [`AS_IS`] whether files are compressed
/// - `emptyPartitions` [false] whether the hours without data between those of a day stand there empty
/// - `cutFileRate` [0] share of files that end half-way
/// - `encryptedFileRate` [0] share of files that are encrypted, with `.enc` after their names, documented as by
/// agreement
/// - `schemaDrift` [none] the date from which every row has a column that no schema names
public record RowRules(
        double duplicateRowRate,
        double restateRate,
        long splitFileBytes,
        Gzip gzip,
        boolean emptyPartitions,
        double cutFileRate,
        double encryptedFileRate,
        @Nullable LocalDate schemaDrift) {

    /// Whether files are compressed.
    public enum Gzip {
        AS_IS,
        ALWAYS,
        NEVER
    }

    public RowRules {
        Checks.rate("duplicateRowRate", duplicateRowRate);
        Checks.rate("restateRate", restateRate);
        Checks.atLeast("splitFileBytes", splitFileBytes, 0);
        Checks.rate("cutFileRate", cutFileRate);
        Checks.rate("encryptedFileRate", encryptedFileRate);
    }

    /// The defaults.
    public static RowRules untouched() {
        return new RowRules(0, 0, 0, Gzip.AS_IS, false, 0, 0, null);
    }

    /// Whether files differ at all from those on disk.
    public boolean changeFiles() {
        return duplicateRowRate > 0
                || restateRate > 0
                || splitFileBytes > 0
                || gzip != Gzip.AS_IS
                || cutFileRate > 0
                || encryptedFileRate > 0
                || schemaDrift != null;
    }
}
