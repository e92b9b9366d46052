package dev.ferry.infra.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// The files of a synthesised deployment that belong into the bucket of deployments, as its manifests of assets
/// say.
///
/// @param assembly the directory `cdk.out`
record Assets(Path assembly) {
    /// A file and the key that the templates expect it under.
    record Asset(Path file, String key) {}

    /// The bucket that the CDK's bootstrap makes.
    static String bucket() {
        return "cdk-hnb659fds-assets-%s-%s".formatted(Session.ACCOUNT, Session.REGION);
    }

    /// All of them, templates too.
    List<Asset> all() throws IOException {
        List<Asset> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(assembly)) {
            for (Path manifest : files.filter(file -> file.toString().endsWith(".assets.json"))
                    .sorted()
                    .toList()) {
                for (JsonNode file :
                        new ObjectMapper().readTree(manifest.toFile()).path("files")) {
                    all.add(new Asset(
                            assembly.resolve(file.at("/source/path").asText()),
                            file.path("destinations")
                                    .elements()
                                    .next()
                                    .path("objectKey")
                                    .asText()));
                }
            }
        }
        return List.copyOf(all);
    }

    /// Uploads all of them into a bucket that it makes.
    void upload(S3Client s3) throws IOException {
        s3.createBucket(request -> request.bucket(bucket()));
        for (Asset asset : all()) {
            s3.putObject(request -> request.bucket(bucket()).key(asset.key()), RequestBody.fromFile(asset.file()));
        }
    }
}
