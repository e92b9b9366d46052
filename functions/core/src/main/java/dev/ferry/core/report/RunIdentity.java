package dev.ferry.core.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which run it was: of what, from where, to where, when.
///
/// @param company the tenant at the source
/// @param source where the data came from, for example `ASAPP batch export`
/// @param target where they went, for example `Salesforce Service Cloud`
/// @param endedAt null while the run waits or is parked
public record RunIdentity(
        String runId,
        String migrationId,
        String company,
        String source,
        String target,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /// When the run ended.
    public Optional<Instant> ended() {
        return Optional.ofNullable(endedAt);
    }

    /// How long the run took.
    public Optional<Duration> duration() {
        return ended().map(end -> Duration.between(startedAt, end));
    }
}
