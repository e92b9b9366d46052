package dev.ferry.salesforce.client.auth;

import dev.ferry.http.TrustedHost;
import java.net.URI;
import java.time.Instant;

/// A signed-in session: the instance that all calls go to, who is signed in, its token, and when it was
/// acquired.
///
/// Source: the token answer has no lifetime; the org's session timeout decides, and each call resets it.
public record Session(URI instance, String userId, AccessToken token, Instant acquiredAt) {
    /// Refuses an instance that may not see a token.
    public Session {
        instance = TrustedHost.require(instance);
    }
}
