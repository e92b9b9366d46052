package dev.ferry.local.endpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One HTTP request: headers by lower-case name, path segments decoded. The body can be read once.
public record Request(
        String method,
        List<String> segments,
        Map<String, String> query,
        Map<String, String> headers,
        InputStream body) {
    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern AMPERSAND = Pattern.compile("&");

    /// A request as it came in.
    public static Request of(String method, URI uri, Map<String, String> headers, InputStream body) {
        List<String> segments = SLASH.splitAsStream(uri.getRawPath())
                .filter(s -> !s.isEmpty())
                .map(Request::decodedSegment)
                .toList();
        return new Request(method, segments, parameters(uri.getRawQuery()), headers, body);
    }

    // A plus sign in a path is a plus sign.
    private static String decodedSegment(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// The parameters of a query string or a form.
    public static Map<String, String> parameters(@org.jspecify.annotations.Nullable String raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (raw != null) {
            Stream<String> pairs = AMPERSAND.splitAsStream(raw);
            pairs.filter(pair -> !pair.isEmpty()).forEach(pair -> {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.put(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            });
        }
        return parameters;
    }

    /// The decoded path, without a trailing slash.
    public String path() {
        return "/" + String.join("/", segments);
    }

    /// This request with another method.
    public Request withMethod(String other) {
        return new Request(other, segments, query, headers, body);
    }

    /// The first value of a header.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The whole body.
    public byte[] bytes() {
        try {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading a request body", e);
        }
    }

    /// The whole body as UTF-8.
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /// This request with another method, address and body, as a part of a composite one.
    public Request part(String partMethod, URI uri, Map<String, String> more, byte[] content) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("content-type", "application/json");
        all.putAll(more);
        return of(partMethod, uri, all, new ByteArrayInputStream(content));
    }
}
