package dev.ferry.asapp.client.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/// Parts of paths, encoded.
public final class Paths {
    private Paths() {}

    /// One segment of a path, or one value of a query, percent-encoded.
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// A path with a query; empty values are left out.
    public static String with(String path, Map<String, String> query) {
        StringJoiner joined = new StringJoiner("&", path + "?", "").setEmptyValue(path);
        query.forEach((name, value) -> {
            if (!value.isEmpty()) {
                joined.add(name + "=" + encode(value));
            }
        });
        return joined.toString();
    }
}
