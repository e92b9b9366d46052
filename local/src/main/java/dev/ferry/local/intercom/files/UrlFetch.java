package dev.ferry.local.intercom.files;

import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.workspace.MessageRules;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

/// Fetches attachments from the addresses that a client names: from this machine only, since a simulator must not
/// reach out.
///
/// *Threading*: safe for concurrent use.
public final class UrlFetch implements AutoCloseable {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /// What stood at an address.
    public record Fetched(String name, String contentType, byte[] bytes) {}

    /// Fetches one. *Errors*: 400 when it cannot be had or is not an image, 413 when it is too large.
    Fetched get(String address, MessageRules rules) {
        URI uri = loopback(address);
        try {
            HttpResponse<InputStream> response = http.send(
                    HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(rules.maxFileBytes() + 1);
                String type = response.headers().firstValue("Content-Type").orElse("application/octet-stream");
                if (response.statusCode() != 200) {
                    throw unreadable();
                }
                if (rules.urlImagesOnly() && !type.startsWith("image/")) {
                    throw ApiException.invalid("attachment_urls must lead to images");
                }
                return new Fetched(name(uri), type, bytes);
            }
        } catch (IOException e) {
            throw unreadable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable();
        }
    }

    private static URI loopback(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null && LOOPBACK.contains(uri.getHost())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static ApiException unreadable() {
        return ApiException.invalid("attachment_urls could not be fetched");
    }

    private static String name(URI uri) {
        String path = uri.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        http.close();
    }
}
