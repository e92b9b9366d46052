package dev.ferry.local.asapp.tenant;

import java.util.List;
import java.util.Optional;

/// The key pairs that the tenant accepts.
public record Credentials(List<ApiKey> keys) {

    public Credentials {
        keys = List.copyOf(keys);
    }

    /// One key pair for tests and demonstrations. It opens nothing but a simulator on a loopback port.
    public static Credentials demonstration() {
        return new Credentials(List.of(new ApiKey("ferry-api-id", "ferry-api-secret", "ferry")));
    }

    /// The key whose id and secret both fit.
    public Optional<ApiKey> find(String id, String secret) {
        return keys.stream()
                .filter(key -> key.id().equals(id) && key.secret().equals(secret))
                .findFirst();
    }
}
