package software.amazon.awssdk.regions;

import software.amazon.awssdk.regions.servicemetadata.DynamodbServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.FirehoseServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.S3ServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.SecretsmanagerServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.SqsServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.StatesServiceMetadata;

/// What the SDK knows of a service's regions, for the services that functions call.
///
/// It stands in for the SDK's class of this name, which makes the metadata of all 300 services to give out one: a
/// third of a second of every start. Who asks for another service gets what the SDK assumes of one that it does not
/// know: each region signs for itself.
///
/// *Source*: AWS SDK for Java 2.40, `regions`. An SDK whose interface differs does not compile with it.
///
/// *Threading*: stateless.
public final class GeneratedServiceMetadataProvider implements ServiceMetadataProvider {

    @Override
    public ServiceMetadata serviceMetadata(String prefix) {
        return switch (prefix) {
            case "dynamodb" -> new DynamodbServiceMetadata();
            case "firehose" -> new FirehoseServiceMetadata();
            case "s3" -> new S3ServiceMetadata();
            case "secretsmanager" -> new SecretsmanagerServiceMetadata();
            case "sqs" -> new SqsServiceMetadata();
            case "states" -> new StatesServiceMetadata();
            default -> new DefaultServiceMetadata(prefix);
        };
    }
}
