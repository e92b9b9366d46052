package dev.ferry.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.GeneratedServiceMetadataProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

class ServiceMetadataTest {

    @Test
    void knowsTheServicesThatFunctionsCall() {
        assertThat(List.of("dynamodb", "firehose", "s3", "secretsmanager", "sqs", "states"))
                .allSatisfy(prefix -> assertThat(new GeneratedServiceMetadataProvider().serviceMetadata(prefix))
                        .isNotNull()
                        .extracting(service -> service.signingRegion(Region.EU_CENTRAL_1))
                        .isEqualTo(Region.EU_CENTRAL_1));
    }

    @Test
    void takesEachRegionToSignForItselfElsewhere() {
        ServiceMetadata monitoring = ServiceMetadata.of("monitoring");

        assertThat(monitoring.signingRegion(Region.of("cn-north-1"))).isEqualTo(Region.CN_NORTH_1);
        assertThat(monitoring.endpointFor(Region.CN_NORTH_1))
                .isEqualTo(URI.create("monitoring.cn-north-1.amazonaws.com.cn"));
    }

    @Test
    void standsInForTheSdksOwnClass() {
        assertThat(ServiceMetadata.of("ec2").getClass().getSimpleName()).isEqualTo("DefaultServiceMetadata");
    }
}
