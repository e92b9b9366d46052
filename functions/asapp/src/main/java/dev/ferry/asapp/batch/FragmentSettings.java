package dev.ferry.asapp.batch;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;

/// Settings of extraction.
///
/// @param company the tenant of rows that do not name one, and of the crosswalk files
/// @param maxLineBytes the longest line that is taken. *Units*: bytes
/// @param windowBytes how many bytes of rows are grouped by entity at a time; the same for all tries of a file,
/// since
///     chunks are cut by it. *Units*: bytes
/// @param schema what the export says of its columns
public record FragmentSettings(String company, int maxLineBytes, int windowBytes, SchemaFile schema) {
    private static final int MEGABYTE = 1024 * 1024;

    /// The longest line that is taken where nothing else is said. *Units*: bytes
    public static final int MAX_LINE_BYTES = 16 * MEGABYTE;

    public FragmentSettings {
        if (company.isBlank()) {
            throw new FerryException(ErrorCode.CONFIGURATION, "the setting company names the tenant of the export");
        }
        if (maxLineBytes < 1024 || windowBytes < 1024) {
            throw new FerryException(ErrorCode.CONFIGURATION, "maxLineBytes and windowBytes are at least 1024");
        }
    }

    /// Lines of up to 16 MB, grouped 32 MB at a time: fits a heap of 512 MB.
    public static FragmentSettings of(String company) {
        return new FragmentSettings(company, MAX_LINE_BYTES, 32 * MEGABYTE, SchemaFile.NONE);
    }

    /// The same for an export that describes itself.
    public FragmentSettings withSchema(SchemaFile described) {
        return new FragmentSettings(company, maxLineBytes, windowBytes, described);
    }
}
