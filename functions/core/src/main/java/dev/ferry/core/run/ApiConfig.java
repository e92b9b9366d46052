package dev.ferry.core.run;

import java.net.URI;
import java.util.List;

/// The source's API, and how much of it a migration may use.
///
/// @param host where it is
/// @param secretName under which Secrets Manager keeps its key; empty when the run uses no API
/// @param requestsPerSecond what is used of the provider's limit
/// @param requestsPerDay what the provider allows in one of its days
/// @param dailySharePercent the part of it that is used; the rest is left to others who use the same key
/// @param generating names of calls that may generate content; normally none
public record ApiConfig(
        URI host,
        String secretName,
        int requestsPerSecond,
        int requestsPerDay,
        int dailySharePercent,
        List<String> generating) {
    /// Copies the names.
    public ApiConfig {
        generating = List.copyOf(generating);
    }

    /// Whether the run uses the API at all.
    public boolean isUsed() {
        return !secretName.isEmpty();
    }
}
