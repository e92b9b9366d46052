package dev.ferry.handlers.pages;

import dev.ferry.asapp.client.ApiKey;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.util.Objects;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// Keys of tenants in Secrets Manager. *Shape* of a secret: `{"apiId":"...","apiSecret":"..."}`.
record AsappKeys(SecretsManagerClient secrets) {

    /// The current version of a key.
    ///
    /// *Errors*: `CONFIGURATION` when there is no such secret or it is of another shape.
    ApiKey read(String name) {
        try {
            GetSecretValueResponse secret = secrets.getSecretValue(request -> request.secretId(name));
            return ApiKey.parse(Objects.requireNonNullElse(secret.secretString(), ""), secret.versionId());
        } catch (ResourceNotFoundException e) {
            throw new FerryException(
                    ErrorCode.CONFIGURATION,
                    "Secrets Manager has no secret %s, which source.api.secretName names: put the key of ASAPP there"
                            .formatted(name),
                    e);
        } catch (IllegalArgumentException e) {
            throw new FerryException(
                    ErrorCode.CONFIGURATION,
                    "secret %s, which source.api.secretName names, %s: put {\"apiId\":\"...\",\"apiSecret\":\"...\"} there"
                            .formatted(name, e.getMessage()),
                    e);
        }
    }
}
