package dev.ferry.local.salesforce.rest;

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

/// A request: headers by lower-case name, path segments decoded.
record Request(
        String method,
        List<String> segments,
        Map<String, String> query,
        Map<String, String> headers,
        InputStream body) {
    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern AMPERSAND = Pattern.compile("&");

    static Request of(String method, URI uri, Map<String, String> headers, InputStream body) {
        List<String> segments = SLASH.splitAsStream(uri.getRawPath())
                .filter(s -> !s.isEmpty())
                .map(Request::decodedSegment)
                .toList();
        String overridden = parameters(uri.getRawQuery()).getOrDefault("_HttpMethod", method);
        return new Request(overridden, segments, parameters(uri.getRawQuery()), headers, body);
    }

    // A plus sign in a path is a plus sign.
    private static String decodedSegment(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// The parameters of a query string or a form.
    static Map<String, String> parameters(@org.jspecify.annotations.Nullable String raw) {
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

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    byte[] bytes() {
        try {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading a request body", e);
        }
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /// This request with another method, address and body, as a part of a composite one.
    Request part(String partMethod, URI uri, Map<String, String> more, byte[] content) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("content-type", "application/json");
        all.putAll(more);
        return of(partMethod, uri, all, new ByteArrayInputStream(content));
    }
}
