package dev.ferry.salesforce.client;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How many API calls of the rolling 24 hours the org has used, as told by the latest answer.
///
/// Shape: header `Sforce-Limit-Info: api-usage=25/5000; per-app-api-usage=17/250(appName=sample-app)`; the
/// second part is optional.
public record ApiUsage(long used, long max, @Nullable AppUsage ofThisApp) {
    private static final Pattern ORG = Pattern.compile("(?<![\\w-])api-usage=(\\d{1,18})/(\\d{1,18})");
    private static final Pattern APP =
            Pattern.compile("per-app-api-usage=(\\d{1,18})/(\\d{1,18})\\(appName=([^)]*)\\)");

    /// The share of one connected app, when the org gives that app a quota of its own.
    public record AppUsage(long used, long max, String appName) {}

    /// Reads the header, or says that it tells nothing.
    public static Optional<ApiUsage> parse(String header) {
        var org = ORG.matcher(header);
        if (!org.find()) {
            return Optional.empty();
        }
        var app = APP.matcher(header);
        var appUsage = app.find()
                ? new AppUsage(Long.parseLong(app.group(1)), Long.parseLong(app.group(2)), app.group(3))
                : null;
        return Optional.of(new ApiUsage(Long.parseLong(org.group(1)), Long.parseLong(org.group(2)), appUsage));
    }

    /// The calls left before the org's allowance is spent, never negative (paid orgs may run a little over).
    public long remaining() {
        return Math.max(0, max - used);
    }
}
