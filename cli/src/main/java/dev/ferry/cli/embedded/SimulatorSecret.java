package dev.ferry.cli.embedded;

import dev.ferry.local.salesforce.org.Credentials;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;

/// The credentials of the simulated org in the embedded Secrets Manager, as an operator would store those of a real
/// one.
///
/// *Shape*: `{"flow","consumerKey","consumerSecret"}`, for the client credentials flow.
record SimulatorSecret(String name, Credentials credentials) {

    void store(SecretsManagerClient secrets) {
        String value = "{\"flow\":\"client_credentials\",\"consumerKey\":\"%s\",\"consumerSecret\":\"%s\"}"
                .formatted(credentials.consumerKey(), credentials.consumerSecret());
        try {
            secrets.createSecret(request -> request.name(name).secretString(value));
        } catch (ResourceExistsException e) {
            secrets.putSecretValue(request -> request.secretId(name).secretString(value));
        }
    }
}
