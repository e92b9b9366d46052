package dev.ferry.infra.suite;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/// Clients of one implementation of AWS.
///
/// @param endpoints by service: `s3`, `secretsmanager`, `stepfunctions`, `cloudformation`
record Session(Map<String, URI> endpoints) {
    static final String REGION = "us-east-1";
    static final String ACCOUNT = "000000000000";

    S3Client s3() {
        return build(S3Client.builder().forcePathStyle(true), "s3");
    }

    SecretsManagerClient secrets() {
        return build(SecretsManagerClient.builder(), "secretsmanager");
    }

    SfnClient machines() {
        return build(SfnClient.builder(), "stepfunctions");
    }

    CloudFormationClient stacks() {
        return build(CloudFormationClient.builder(), "cloudformation");
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B builder, String service) {
        URI endpoint = endpoints.get(service);
        if (endpoint == null) {
            throw new IllegalArgumentException("this session has no " + service);
        }
        return builder.endpointOverride(endpoint)
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
