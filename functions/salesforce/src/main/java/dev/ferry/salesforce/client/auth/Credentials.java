package dev.ferry.salesforce.client.auth;

import java.security.PrivateKey;

/// How the client proves who it is. `toString` never shows a key or a secret.
public sealed interface Credentials {
    /// OAuth 2.0 JWT bearer: an assertion signed with a private key whose certificate the app holds; no
    /// secret travels.
    ///
    /// `consumerKey` is the claim `iss`, `username` (not the e-mail address) is `sub`, `audience` is `aud`:
    /// `https://login.salesforce.com` or, for a sandbox, `https://test.salesforce.com`. The user must have
    /// been approved for the app beforehand.
    record JwtBearer(String consumerKey, String username, String audience, PrivateKey key) implements Credentials {
        /// Refuses blank claims and keys other than RSA.
        public JwtBearer {
            if (consumerKey.isBlank() || username.isBlank() || audience.isBlank()) {
                throw new IllegalArgumentException("JWT bearer needs a consumer key, a username and an audience");
            }
            if (!key.getAlgorithm().equals("RSA")) {
                throw new IllegalArgumentException("JWT bearer signs with RS256, the key is " + key.getAlgorithm());
            }
        }

        @Override
        public String toString() {
            return "JwtBearer[***]";
        }
    }

    /// OAuth 2.0 client credentials: works on the My Domain host only, and for an app with a Run-As user.
    record ClientCredentials(String consumerKey, String consumerSecret) implements Credentials {
        /// Refuses blanks.
        public ClientCredentials {
            if (consumerKey.isBlank() || consumerSecret.isBlank()) {
                throw new IllegalArgumentException("Client credentials need a consumer key and a consumer secret");
            }
        }

        @Override
        public String toString() {
            return "ClientCredentials[***]";
        }
    }
}
