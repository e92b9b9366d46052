package dev.ferry.local.s3;

import dev.ferry.local.endpoint.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;

/// S3Proxy on directories, listening on one loopback port. Any credentials are accepted.
public final class S3Engine implements AutoCloseable {

    private final S3Proxy server;
    private final LoopbackPort port;

    private S3Engine(S3Proxy server, LoopbackPort port) {
        this.server = server;
        this.port = port;
    }

    /// Starts the engine on the buckets that the directory holds, which is created when missing.
    ///
    /// @param views directories anywhere on disk, by the bucket name under which they can be read but not written
    ///
    /// *Errors*: [dev.ferry.local.endpoint.PortTakenException] when the port is in use.
    public static S3Engine start(Path directory, List<String> buckets, Map<String, Path> views, LoopbackPort port) {
        port.requireFree();
        try {
            Files.createDirectories(directory);
            var root = directory.toRealPath();
            prepare(root, buckets, views);
            var hidesUploads = ObjectFile.canHaveEntityTags(root);
            if (hidesUploads) {
                new UnfinishedUploads(root).delete();
            }
            return listen(
                    S3Proxy.builder()
                            .blobStore(new BucketStore(root, views.keySet(), hidesUploads))
                            .endpoint(port.endpoint())
                            .stopTimeout(0)
                            .build(),
                    port);
        } catch (IOException e) {
            throw new UncheckedIOException("S3 could not open its buckets in " + directory, e);
        }
    }

    private static S3Engine listen(S3Proxy server, LoopbackPort port) {
        try {
            server.start();
        } catch (Exception e) {
            new S3Engine(server, port).close();
            throw new IllegalStateException("S3 could not listen on port " + port.number(), e);
        }
        return new S3Engine(server, port.boundTo(server.getPort()));
    }

    /// The base URL, for `--endpoint-url`. Clients must address buckets by path.
    public URI endpoint() {
        return port.endpoint();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("S3 did not stop on port " + port.number(), e);
        }
    }

    private static void prepare(Path root, List<String> buckets, Map<String, Path> views) throws IOException {
        for (var bucket : buckets) {
            Files.createDirectories(root.resolve(bucket));
        }
        // Links of an earlier start may point where nobody wants them any more.
        try (var children = Files.newDirectoryStream(root, Files::isSymbolicLink)) {
            for (var link : children) {
                Files.delete(link);
            }
        }
        for (var view : views.entrySet()) {
            if (!Files.isDirectory(view.getValue())) {
                throw new NotDirectoryException(view.getValue() + ", which bucket " + view.getKey() + " should show");
            }
            Files.createSymbolicLink(
                    root.resolve(view.getKey()), view.getValue().toRealPath());
        }
    }
}
