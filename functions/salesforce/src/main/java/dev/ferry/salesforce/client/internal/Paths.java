package dev.ferry.salesforce.client.internal;

import dev.ferry.salesforce.client.ApiVersion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The paths of one API version, with every part encoded.
public record Paths(ApiVersion version) {
    private static final Pattern API_NAME = Pattern.compile("[A-Za-z]\\w*(\\.[A-Za-z]\\w*)?");

    private static final Pattern NEXT = Pattern.compile("/services/data/v[\\w.~%/?&=+,:-]+");

    /// The path of a resource below the version, which begins with a slash.
    public String of(String resource) {
        return version.basePath() + resource;
    }

    /// One segment of a path, or one value of a query, percent-encoded.
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The name of an object or field, which needs no encoding; refuses anything else.
    public static String name(String apiName) {
        if (!API_NAME.matcher(apiName).matches()) {
            throw new IllegalArgumentException("Not an API name of an object or a field: " + apiName);
        }
        return apiName;
    }

    /// A path that an answer tells to go to next. Refuses one that leaves this API, so that an answer cannot
    /// lead the token astray.
    public static String next(ApiResponse from, String url) {
        var path = url.startsWith("/") ? url : "/" + url;
        if (!NEXT.matcher(path).matches()) {
            throw from.malformed("a next page outside the API");
        }
        return path;
    }
}
