package dev.ferry.asapp.client.export;

import dev.ferry.http.TrustedHost;
import java.net.URI;

/// An address that opens one file for some minutes to whoever has it. Its `toString` is `***`.
///
/// *Errors*: refuses an address that is neither https nor on the loopback.
public record PresignedUrl(URI address) {
    /// Checks the host.
    public PresignedUrl {
        TrustedHost.require(address);
    }

    @Override
    public String toString() {
        return "***";
    }
}
