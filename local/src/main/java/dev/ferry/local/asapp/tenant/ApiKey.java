package dev.ferry.local.asapp.tenant;

/// A key pair of the tenant, and the app that it belongs to.
///
/// *Source*: the headers `asapp-api-id` and `asapp-api-secret` of the Developer Quickstart; one app can hold more
/// than one key.
public record ApiKey(String id, String secret, String app) {

    public ApiKey {
        if (id.isBlank() || secret.isBlank() || app.isBlank()) {
            throw new IllegalArgumentException("A key has an id, a secret and an app");
        }
    }

    @Override
    public String toString() {
        return "ApiKey[" + id + "]";
    }
}
