package dev.ferry.local.salesforce.org;

import java.security.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may obtain an access token, and how.
///
/// *Shape*: `certificate` is the key that JWT assertions are verified with (none: the JWT flow refuses every
/// assertion); `runAsUser` the username that the client credentials flow acts as; `audiences` the `aud` values that
/// this org accepts beside its own address; `approvedUsers` the usernames that an administrator approved for the
/// app, all when empty.
public record Credentials(
        String consumerKey,
        String consumerSecret,
        @Nullable String runAsUser,
        String username,
        String password,
        @Nullable PublicKey certificate,
        List<String> audiences,
        List<String> approvedUsers) {

    public Credentials {
        audiences = List.copyOf(audiences);
        approvedUsers = List.copyOf(approvedUsers);
    }

    /// Credentials for tests and demonstrations. They open nothing but a simulator on a loopback port.
    public static Credentials demonstration() {
        String user = "integration@ferry.example";
        return new Credentials(
                "ferry-consumer-key",
                "ferry-consumer-secret",
                user,
                user,
                "ferry-password",
                null,
                List.of("https://login.salesforce.com"),
                List.of());
    }

    /// These credentials with a public key for the JWT bearer flow.
    public Credentials withCertificate(PublicKey key) {
        return new Credentials(
                consumerKey, consumerSecret, runAsUser, username, password, key, audiences, approvedUsers);
    }

    /// These credentials with another Run-As user; null for none.
    public Credentials withRunAsUser(@Nullable String user) {
        return new Credentials(
                consumerKey, consumerSecret, user, username, password, certificate, audiences, approvedUsers);
    }

    @Override
    public String toString() {
        return "Credentials[consumerKey=" + consumerKey + "]";
    }
}
