package dev.ferry.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

class AwsClientsTest {

    private static final List<String> SERVICES = List.of("DYNAMODB", "S3", "SQS", "SFN", "SECRETS_MANAGER");

    @AfterEach
    void clear() {
        SERVICES.forEach(service -> System.clearProperty(property(service)));
    }

    @Test
    void makesEachClientOnce() {
        var clients = new AwsClients();

        assertThat(clients.dynamoDb()).isSameAs(clients.dynamoDb());
        assertThat(clients.s3()).isSameAs(clients.s3());
    }

    @Test
    void sendsEachServiceToItsOwnEndpoint() {
        for (var port = 0; port < SERVICES.size(); port++) {
            System.setProperty(property(SERVICES.get(port)), "http://127.0.0.1:" + (9000 + port));
        }
        var clients = new AwsClients();

        assertThat(List.of(
                        clients.dynamoDb().serviceClientConfiguration().endpointOverride(),
                        clients.s3().serviceClientConfiguration().endpointOverride(),
                        clients.sqs().serviceClientConfiguration().endpointOverride(),
                        clients.sfn().serviceClientConfiguration().endpointOverride(),
                        clients.secretsManager().serviceClientConfiguration().endpointOverride()))
                .extracting(endpoint -> endpoint.map(URI::getPort).orElse(0))
                .containsExactly(9000, 9001, 9002, 9003, 9004);
    }

    @Test
    void leavesTheEndpointToTheServiceWithoutAnOverride() {
        var sqs = new AwsClients().sqs().serviceClientConfiguration();

        assertThat(sqs.endpointOverride()).isEmpty();
        assertThat(sqs.region()).isEqualTo(Region.US_EAST_1);
        assertThat(sqs.overrideConfiguration().apiCallTimeout()).isPresent();
    }

    private static String property(String service) {
        return "ferry.env.AWS_ENDPOINT_URL_" + service;
    }
}
