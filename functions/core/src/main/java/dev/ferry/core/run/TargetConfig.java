package dev.ferry.core.run;

import dev.ferry.core.load.ChunkLimits;
import java.net.URI;
import java.time.Duration;

/// The system that a run loads into.
///
/// @param kind for example `salesforce`
/// @param secretName under which Secrets Manager keeps the credentials
/// @param loginUrl where to sign in
/// @param apiVersion for example `66.0`
/// @param poll how long to wait between looks at a running job
/// @param chunk how much is sent at a time
public record TargetConfig(
        String kind, String secretName, URI loginUrl, String apiVersion, Duration poll, ChunkLimits chunk) {}
