package dev.ferry.local.cloud;

import dev.ferry.local.endpoint.LoopbackPort;

/// The loopback ports of the services.
///
/// @param stepFunctions the state machine service's port
/// @param httpApi where requests from outside come in
public record CloudPorts(
        LoopbackPort dynamoDb,
        LoopbackPort sqs,
        LoopbackPort s3,
        LoopbackPort secretsManager,
        LoopbackPort lambda,
        LoopbackPort stepFunctions,
        LoopbackPort firehose,
        LoopbackPort httpApi) {

    private static final int FIRST = 4711;

    /// The numbers that users can rely on: 4711 DynamoDB, 4712 SQS, 4713 S3, 4714 Secrets Manager, 4715 Lambda,
    /// 4716 Step Functions, 4721 Firehose, 4722 the HTTP API.
    public static CloudPorts fixed() {
        return from(FIRST, 1);
    }

    /// Any free port for each.
    public static CloudPorts free() {
        return from(0, 0);
    }

    private static CloudPorts from(int first, int step) {
        return new CloudPorts(
                new LoopbackPort("DynamoDB", first, "--dynamodb-port"),
                new LoopbackPort("SQS", first + step, "--sqs-port"),
                new LoopbackPort("S3", first + 2 * step, "--s3-port"),
                new LoopbackPort("Secrets Manager", first + 3 * step, "--secrets-port"),
                new LoopbackPort("Lambda", first + 4 * step, "--lambda-port"),
                new LoopbackPort("Step Functions", first + 5 * step, "--stepfunctions-port"),
                // Between them are the simulators.
                new LoopbackPort("Firehose", first + 10 * step, "--firehose-port"),
                new LoopbackPort("HTTP API", first + 11 * step, "--http-api-port"));
    }
}
