package dev.ferry.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataTemplateTest {
    private final Templates templates = Templates.get();

    // A resource with another logical id is another resource: its data would stay behind with the old one.
    @Test
    void neverRenamesWhatHoldsData() {
        assertThat(Templates.resources(templates.data(), "AWS::DynamoDB::Table").map(Map.Entry::getKey))
                .contains("StagingTableD1A4EA56", "LedgerTable38A58B60", "ControlTableF3E1E223");
        assertThat(Templates.resources(templates.data(), "AWS::S3::Bucket").map(Map.Entry::getKey))
                .contains("WorkBucketF885502B");
    }

    @Test
    void keepsDataWhenTheStackIsRemoved() {
        for (String type : new String[] {"AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::KMS::Key"}) {
            assertThat(Templates.resources(templates.data(), type))
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(
                                    one.getValue().path("DeletionPolicy").asText())
                            .isEqualTo("Retain"));
        }
    }

    @Test
    void paysTablesByUseAndEncryptsThem() {
        assertThat(Templates.properties(templates.data(), "AWS::DynamoDB::Table"))
                .hasSameSizeAs(templates.description().resources().tables())
                .allSatisfy(table -> {
                    assertThat(table.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
                    assertThat(table.at("/SSESpecification/SSEType").asText()).isEqualTo("KMS");
                    assertThat(table.path("DeletionProtectionEnabled").asBoolean())
                            .isTrue();
                    assertThat(table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                                    .asBoolean())
                            .as("what expires needs no recovery, all else does")
                            .isEqualTo(!table.has("TimeToLiveSpecification"));
                });
    }

    @Test
    void showsBucketsToNobody() {
        assertThat(Templates.properties(templates.data(), "AWS::S3::Bucket")).allSatisfy(bucket -> {
            JsonNode block = bucket.path("PublicAccessBlockConfiguration");
            assertThat(block.path("BlockPublicAcls").asBoolean()).isTrue();
            assertThat(block.path("RestrictPublicBuckets").asBoolean()).isTrue();
            assertThat(bucket.path("BucketEncryption").isEmpty()).isFalse();
        });
        assertThat(Templates.properties(templates.data(), "AWS::S3::BucketPolicy"))
                .allSatisfy(policy -> assertThat(policy.toString()).contains("aws:SecureTransport"));
    }

    @Test
    void letsWorkDataGoAndKeepsReports() {
        JsonNode rules = templates
                .data()
                .path("Resources")
                .path("WorkBucketF885502B")
                .at("/Properties/LifecycleConfiguration/Rules");
        JsonNode everything = rules.path(0);
        JsonNode work = rules.path(1);

        assertThat(rules)
                .hasSize(2)
                .allSatisfy(rule -> assertThat(rule.path("Status").asText()).isEqualTo("Enabled"));
        assertThat(work.path("Prefix").asText()).isEqualTo("work/");
        assertThat(work.path("ExpirationInDays").asInt()).isEqualTo(120);
        assertThat(work.at("/NoncurrentVersionExpiration/NoncurrentDays").asInt())
                .isEqualTo(1);
        assertThat(everything.has("Prefix")).isFalse();
        assertThat(everything.has("ExpirationInDays")).isFalse();
        assertThat(everything
                        .at("/AbortIncompleteMultipartUpload/DaysAfterInitiation")
                        .asInt())
                .isEqualTo(7);
        assertThat(everything.at("/NoncurrentVersionExpiration/NoncurrentDays").asInt())
                .isEqualTo(30);
    }

    @Test
    void namesNoAccountAndNoRegion() {
        for (JsonNode template : new JsonNode[] {templates.data(), templates.functions(), templates.watch()}) {
            assertThat(template.toString().replace("arn:aws:acm:eu-central-1:111122223333:certificate/1", ""))
                    .doesNotContainPattern("\\b\\d{12}\\b")
                    .doesNotContainPattern("\\b(us|eu|ap)-[a-z]+-\\d\\b");
        }
    }
}
