package dev.ferry.handlers.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.Target;
import dev.ferry.core.run.TargetConfig;
import dev.ferry.core.time.Sleeper;
import dev.ferry.handlers.dynamodb.DynamoDbBudgetStore;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.intercom.target.IntercomTarget;
import dev.ferry.intercom.target.IntercomTargets;
import dev.ferry.salesforce.target.SalesforceTargetSettings;
import dev.ferry.salesforce.target.SalesforceTargets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// Targets whose credentials are in Secrets Manager. They are read when a target is connected, never kept in a
/// field, so that no snapshot holds them.
final class AwsTargets implements Targets {
    private final AwsRuns aws;
    private final Clock clock;

    AwsTargets(AwsRuns aws, Clock clock) {
        this.aws = aws;
        this.clock = clock;
    }

    @Override
    public Target connect(RunPorts run) {
        TargetConfig target = run.config().target();
        RandomGenerator random = new SecureRandom();
        return switch (target.kind()) {
            case "salesforce" ->
                SalesforceTargets.create(
                                secret(target.secretName()).secretString(),
                                target,
                                SalesforceTargetSettings.of(run.run().migrationId()),
                                clock,
                                random)
                        .withFiles(run.attachments());
            case "intercom" -> {
                GetSecretValueResponse secret = secret(target.secretName());
                yield IntercomTargets.create(
                        new IntercomTargets.Secret(secret.secretString(), secret.versionId()),
                        target,
                        new IntercomTarget.RunPorts(
                                run.run().migrationId(), run.run().runId(), run.ledger(), run.attachments()),
                        new IntercomTargets.Machine(
                                new DynamoDbBudgetStore(aws.controlTable()), clock, Sleeper.system()));
            }
            default ->
                throw new FerryException(
                        ErrorCode.CONFIGURATION,
                        "target.kind is " + target.kind() + "; Ferry loads into: intercom, salesforce");
        };
    }

    private GetSecretValueResponse secret(String name) {
        try {
            return aws.clients().secretsManager().getSecretValue(request -> request.secretId(name));
        } catch (ResourceNotFoundException e) {
            throw new FerryException(
                    ErrorCode.CONFIGURATION,
                    "Secrets Manager has no secret " + name + ", which target.secretName names; create it or correct "
                            + "the name",
                    e);
        }
    }
}
