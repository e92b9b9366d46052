package dev.ferry.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// The rule for hosts that may see a secret: https, or this machine itself (where a simulator listens).
public final class TrustedHost {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private TrustedHost() {}

    /// The scheme, host and port of the address, when it may be trusted with a token; refuses all others.
    public static URI require(URI address) {
        var host = address.getHost();
        var scheme = address.getScheme();
        if (host == null || scheme == null || address.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "An address of an API needs a scheme and a host, and no user name in it");
        }
        var secure = scheme.equalsIgnoreCase("https");
        var loopback = scheme.equalsIgnoreCase("http") && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
        if (!secure && !loopback) {
            throw new IllegalArgumentException("Refusing to send credentials to " + scheme + "://" + host
                    + ": only https, or http on the loopback");
        }
        return URI.create(scheme.toLowerCase(Locale.ROOT) + "://" + host
                + (address.getPort() < 0 ? "" : ":" + address.getPort()));
    }
}
