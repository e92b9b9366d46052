package dev.ferry.intercom.client;

import dev.ferry.http.Timeouts;
import dev.ferry.http.TrustedHost;
import java.net.URI;
import java.time.Duration;

/// Everything that one client needs to know of its workspace.
///
/// @param host the region's address: `https://api.intercom.io`, `https://api.eu.intercom.io` or
/// `https://api.au.intercom.io`
/// @param version of the API that every call names, see [#VERSION]
///
/// *Errors*: refuses a host that is neither https nor on the loopback.
public record IntercomConfig(URI host, AccessToken token, String version, Timeouts timeouts, RetryPolicy retry) {
    /// The newest stable version that is described: the first in which conversation attributes can be made.
    public static final String VERSION = "2.16";

    /// The address of workspaces in the United States.
    public static final URI HOST = URI.create("https://api.intercom.io");

    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(60), Duration.ofSeconds(120), Duration.ofSeconds(30));

    /// Checks the host and the version.
    public IntercomConfig {
        host = TrustedHost.require(host);
        if (!version.matches("\\d+\\.\\d+|Preview")) {
            throw new IllegalArgumentException("a version of Intercom's API is such as " + VERSION);
        }
    }

    /// The standard settings: a minute for an answer, two for an upload.
    public static IntercomConfig of(URI host, AccessToken token, String version) {
        return new IntercomConfig(host, token, version, TIMEOUTS, RetryPolicy.standard());
    }

    /// The same with other waits between attempts.
    public IntercomConfig withRetry(RetryPolicy other) {
        return new IntercomConfig(host, token, version, timeouts, other);
    }
}
