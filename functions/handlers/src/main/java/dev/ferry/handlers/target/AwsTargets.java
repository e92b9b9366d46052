package dev.ferry.handlers.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.Target;
import dev.ferry.core.run.TargetConfig;
import dev.ferry.handlers.aws.AwsClients;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.salesforce.target.SalesforceTargetSettings;
import dev.ferry.salesforce.target.SalesforceTargets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// Targets whose credentials are in Secrets Manager. They are read when a target is connected, never kept in a
/// field, so
/// that no snapshot holds them.
final class AwsTargets implements Targets {
    private final AwsClients clients;
    private final Clock clock;

    AwsTargets(AwsClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public Target connect(RunPorts run) {
        TargetConfig target = run.config().target();
        RandomGenerator random = new SecureRandom();
        return switch (target.kind()) {
            case "salesforce" ->
                SalesforceTargets.create(
                        secret(target.secretName()),
                        target.loginUrl(),
                        target.apiVersion(),
                        SalesforceTargetSettings.of(run.run().migrationId()),
                        clock,
                        random);
            default ->
                throw new FerryException(
                        ErrorCode.CONFIGURATION, "target.kind is " + target.kind() + "; Ferry loads into: salesforce");
        };
    }

    private String secret(String name) {
        try {
            return clients.secretsManager()
                    .getSecretValue(request -> request.secretId(name))
                    .secretString();
        } catch (ResourceNotFoundException e) {
            throw new FerryException(
                    ErrorCode.CONFIGURATION,
                    "Secrets Manager has no secret " + name + ", which target.secretName names; create it or correct "
                            + "the name",
                    e);
        }
    }
}
