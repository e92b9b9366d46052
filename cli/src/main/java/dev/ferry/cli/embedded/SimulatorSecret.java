package dev.ferry.cli.embedded;

import dev.ferry.local.salesforce.org.Credentials;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;

/// The credentials of a simulator in the embedded Secrets Manager, as an operator would store those of the real
/// thing.
record SimulatorSecret(String name, String value) {

    /// *Shape*: `{"flow","consumerKey","consumerSecret"}`, for the client credentials flow.
    static SimulatorSecret salesforce(String name, Credentials credentials) {
        return new SimulatorSecret(
                name,
                "{\"flow\":\"client_credentials\",\"consumerKey\":\"%s\",\"consumerSecret\":\"%s\"}"
                        .formatted(credentials.consumerKey(), credentials.consumerSecret()));
    }

    void store(SecretsManagerClient secrets) {
        try {
            secrets.createSecret(request -> request.name(name).secretString(value));
        } catch (ResourceExistsException e) {
            secrets.putSecretValue(request -> request.secretId(name).secretString(value));
        }
    }

    @Override
    public String toString() {
        return "SimulatorSecret[" + name + "]";
    }
}
