package dev.ferry.infra.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.cloud.LocalCloud.Setup;
import dev.ferry.cli.embedded.EmbeddedLocalCloud;
import dev.ferry.cli.embedded.SampleExports;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.infra.TemplatesForSuite;
import dev.ferry.local.sample.SampleExport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;

/// The suite against the embedded cloud's own endpoints, as far as those go: it has no CloudFormation, so its parts
/// are there already; everything else is done and asserted in the same way.
class EmbeddedSuiteIT {
    private static final int CONVERSATIONS = 20;

    @TempDir
    Path directory;

    @Test
    void migratesASampleWithTheApisOfAws() throws IOException {
        Path export = directory.resolve("export");
        SampleExports.write(export, CONVERSATIONS);
        try (EmbeddedLocalCloud cloud = EmbeddedLocalCloud.start(
                new WorkDirectory(directory.resolve("work")).prepare(),
                new Setup(export, 0, "salesforce", Map.of(), null),
                new EmbeddedLocalCloud.Installation(Path.of(System.getProperty("ferry.root")), Clock.systemUTC()))) {
            var description = cloud.description();
            Session session = new Session(description.endpoints().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, endpoint -> URI.create(endpoint.getValue()))));
            uploadAssets(session);
            Migration migration = new Migration(
                    session,
                    new Migration.Names(
                            description.workBucket(),
                            description.sourceBucket(),
                            description.stateMachine("migration")));
            String execution =
                    migration.start(SampleExport.COMPANY, cloud.target().url());
            migration.awaitSuccess(execution);
            migration.assertBooks();
        }
    }

    private static void uploadAssets(Session session) throws IOException {
        Assets assets = new Assets(TemplatesForSuite.assembly());
        try (S3Client s3 = session.s3();
                SfnClient machines = session.machines()) {
            assets.upload(s3);
            assertThat(s3.listObjectsV2(request -> request.bucket(Assets.bucket()))
                            .contents())
                    .hasSameSizeAs(assets.all());
            assertThat(machines.listStateMachines().stateMachines()).isNotEmpty();
        }
    }
}
