package dev.ferry.asapp.fold;

import dev.ferry.core.identity.FreeMailDomains;
import java.util.List;
import java.util.Map;

/// Settings of assembly.
///
/// @param unfinished partitions that were never finished, so that what they hold is named as missing
/// @param csatScales the scale of ratings by name of the subsidiary, supplied by the client
public record AssemblySettings(
        List<UnfinishedPartition> unfinished, Map<String, String> csatScales, FreeMailDomains freeMail) {
    public AssemblySettings {
        unfinished = List.copyOf(unfinished);
        csatScales = Map.copyOf(csatScales);
    }

    /// No unfinished partitions, no known scales, the program's list of free-mail domains.
    public static AssemblySettings standard() {
        return new AssemblySettings(List.of(), Map.of(), FreeMailDomains.standard());
    }
}
