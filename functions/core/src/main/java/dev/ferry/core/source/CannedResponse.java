package dev.ferry.core.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A prepared answer.
///
/// @param folderPath names of the folders it lies in, the outermost first
/// @param agentExternalId the agent whose own it is; absent for one of the whole company
public record CannedResponse(
        CanonicalId id,
        String responseId,
        @Nullable String title,
        @Nullable String text,
        List<String> folderPath,
        @Nullable String agentExternalId)
        implements ConfigurationItem {
    public CannedResponse {
        folderPath = List.copyOf(folderPath);
    }
}
