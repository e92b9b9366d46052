package dev.ferry.asapp.client.export;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file of a date.
///
/// @param in the interval that it was listed for; null when it was listed for the whole date
public record FeedFile(FeedDate date, @Nullable FeedInterval in, String name) {
    /// The interval that it was listed for.
    public Optional<FeedInterval> interval() {
        return Optional.ofNullable(in);
    }
}
