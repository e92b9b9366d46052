package dev.ferry.asapp.client;

import dev.ferry.http.Timeouts;
import dev.ferry.http.TrustedHost;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/// Everything that one client needs to know of its tenant.
///
/// @param host `https://api.asapp.com`, or `https://api.sandbox.asapp.com`, which has keys of its own
/// @param timeouts of all calls but those of the configuration API
/// @param configurationAnswer how long the configuration API may take: ASAPP says up to 45 s
/// @param generating the calls that may generate content; normally none
///
/// *Errors*: refuses a host that is neither https nor on the loopback.
public record AsappConfig(
        URI host,
        ApiKey key,
        Timeouts timeouts,
        Duration configurationAnswer,
        RetryPolicy retry,
        Set<GeneratingCall> generating) {
    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30));
    private static final Duration CONFIGURATION_ANSWER = Duration.ofSeconds(60);

    /// Checks the host and copies the names.
    public AsappConfig {
        host = TrustedHost.require(host);
        generating = Set.copyOf(generating);
    }

    /// The standard settings for a tenant: 30 s for an answer, 60 s for one of the configuration API, the
    /// documented retries, nothing generated.
    public static AsappConfig of(URI host, ApiKey key) {
        return new AsappConfig(host, key, TIMEOUTS, CONFIGURATION_ANSWER, RetryPolicy.standard(), Set.of());
    }

    /// The same with calls that may generate content.
    public AsappConfig withGenerating(Set<GeneratingCall> named) {
        return new AsappConfig(host, key, timeouts, configurationAnswer, retry, named);
    }

    /// The same with other timeouts.
    public AsappConfig withTimeouts(Timeouts limits, Duration ofConfiguration) {
        return new AsappConfig(host, key, limits, ofConfiguration, retry, generating);
    }

    Timeouts configurationTimeouts() {
        return new Timeouts(configurationAnswer, configurationAnswer, configurationAnswer);
    }
}
