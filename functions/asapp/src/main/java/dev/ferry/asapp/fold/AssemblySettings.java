package dev.ferry.asapp.fold;

import dev.ferry.core.identity.FreeMailDomains;
import dev.ferry.core.source.FieldScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Settings of assembly.
///
/// @param unfinished partitions that were never finished, so that what they hold is named as missing
/// @param csatScales the scale of ratings by name of the subsidiary, supplied by the client
/// @param asOf when the source is looked at, the same for all units of a run: conversations without an end are
/// open while their last message is young, text is purged after a while, and events without a batch row become
/// exceptions
/// @param scopes of structured data fields that describe people or organisations, by the id of the field
public record AssemblySettings(
        List<UnfinishedPartition> unfinished,
        Map<String, String> csatScales,
        FreeMailDomains freeMail,
        Instant asOf,
        Map<String, FieldScope> scopes) {
    /// Later than everything: for sources in which nothing depends on when they are looked at.
    public static final Instant LATER_THAN_ALL = Instant.parse("9999-12-31T00:00:00Z");

    public AssemblySettings {
        unfinished = List.copyOf(unfinished);
        csatScales = Map.copyOf(csatScales);
        scopes = Map.copyOf(scopes);
    }

    /// Settings for a source of batch feeds only, in which no field describes people.
    public AssemblySettings(
            List<UnfinishedPartition> unfinished, Map<String, String> csatScales, FreeMailDomains freeMail) {
        this(unfinished, csatScales, freeMail, LATER_THAN_ALL, Map.of());
    }

    /// No unfinished partitions, no known scales, the program's list of free-mail domains.
    public static AssemblySettings standard() {
        return new AssemblySettings(List.of(), Map.of(), FreeMailDomains.standard());
    }
}
