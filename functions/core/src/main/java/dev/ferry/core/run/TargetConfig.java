package dev.ferry.core.run;

import dev.ferry.core.load.ChunkLimits;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The system that a run loads into.
///
/// @param kind for example `salesforce`; which kinds there are, only the place knows that makes targets
/// @param secretName under which Secrets Manager keeps the credentials
/// @param loginUrl where to sign in; null for the target's own address
/// @param apiVersion in the target's own spelling; empty for the one that Ferry was built for
/// @param poll how long to wait between looks at a running job
/// @param chunk how much is sent at a time
/// @param options what only this kind of target knows, by name
public record TargetConfig(
        String kind,
        String secretName,
        @Nullable URI loginUrl,
        String apiVersion,
        Duration poll,
        ChunkLimits chunk,
        Map<String, String> options) {
    public TargetConfig {
        options = Map.copyOf(options);
    }

    /// Where to sign in, when the run says so.
    public Optional<URI> address() {
        return Optional.ofNullable(loginUrl);
    }

    /// The API's version, when the run says so.
    public Optional<String> version() {
        return apiVersion.isEmpty() ? Optional.empty() : Optional.of(apiVersion);
    }
}
