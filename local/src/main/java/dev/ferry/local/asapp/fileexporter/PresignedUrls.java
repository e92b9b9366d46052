package dev.ferry.local.asapp.fileexporter;

import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.endpoint.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Download URLs for one object each, with a signature and an end of their life, in S3's spelling.
///
/// Time is the tenant's. A URL outlives a restart: the signing key comes from the tenant's name and seed.
final class PresignedUrls {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String MAC = "HmacSHA256";

    private final Tenant tenant;
    private final URI host;

    /// What a presented URL is worth.
    enum Standing {
        VALID,
        EXPIRED,
        FORGED
    }

    /// @param host the address of the host that serves downloads, without a path
    PresignedUrls(Tenant tenant, URI host) {
        this.tenant = tenant;
        this.host = host;
    }

    /// A URL for an object, from now on.
    ///
    /// @param key the path below the root of the tree
    URI sign(String key) {
        String path = tenant.company() + "/" + key;
        String date = STAMP.format(tenant.clock().now());
        long seconds = Math.max(1, tenant.knobs().exporter().presignTtl().toSeconds());
        String encoded = Arrays.stream(path.split("/"))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
        return URI.create(("%s/%s?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=SIMULATED%%2F%s%%2Fus-east-1%%2Fs3"
                        + "%%2Faws4_request&X-Amz-Date=%s&X-Amz-Expires=%d&X-Amz-SignedHeaders=host&X-Amz-Signature=%s")
                .formatted(host, encoded, date.substring(0, 8), date, seconds, signature("GET", path, date, seconds)));
    }

    /// Whether a request may have its object now. A URL is for one method too.
    Standing check(Request request) {
        try {
            String date = request.query().getOrDefault("X-Amz-Date", "");
            long seconds = Long.parseLong(request.query().getOrDefault("X-Amz-Expires", ""));
            String path = String.join("/", request.segments());
            byte[] presented =
                    request.query().getOrDefault("X-Amz-Signature", "").getBytes(StandardCharsets.UTF_8);
            String expected = signature(request.method(), path, date, seconds);
            if (!MessageDigest.isEqual(presented, expected.getBytes(StandardCharsets.UTF_8))) {
                return Standing.FORGED;
            }
            Instant end = STAMP.parse(date, Instant::from).plus(Duration.ofSeconds(seconds));
            return tenant.clock().now().isBefore(end) ? Standing.VALID : Standing.EXPIRED;
        } catch (NumberFormatException | DateTimeException malformed) {
            return Standing.FORGED;
        }
    }

    private String signature(String method, String path, String date, long seconds) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(
                    ("simulated-" + tenant.company() + tenant.chance().seed()).getBytes(StandardCharsets.UTF_8), MAC));
            String signed = method + "\n" + path + "\n" + date + "\n" + seconds;
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + MAC, e);
        }
    }
}
