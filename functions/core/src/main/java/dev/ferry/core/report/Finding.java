package dev.ferry.core.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that the reader should know or do.
///
/// @param code stable, for example `UNMATCHED_OWNER`
/// @param explanation what it means, for a reader who does not know Ferry
/// @param action what to do about it; empty when there is nothing to do
/// @param count how many records it is about
/// @param list the name of the list that names them; null when there is none
public record Finding(
        Severity severity,
        String code,
        String title,
        String explanation,
        String action,
        long count,
        @Nullable String list) {

    /// The name of the list that names the records.
    public Optional<String> listName() {
        return Optional.ofNullable(list);
    }

    /// How much it matters, most severe first.
    public enum Severity {
        /// Something is missing or wrong in the target.
        ERROR,
        /// Something may be missing or is not as a person would expect.
        WARNING,
        /// Worth knowing.
        INFO
    }
}
