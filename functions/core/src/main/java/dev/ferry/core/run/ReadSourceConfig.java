package dev.ferry.core.run;

import dev.ferry.core.run.RunConfig.SourceConfig;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/// The part of a run's configuration that says where the source's data are, and how much of its API is used.
final class ReadSourceConfig {
    static final Set<String> FIELDS =
            Set.of("bucket", "prefix", "crosswalkPrefix", "title", "from", "until", "asOf", "api", "events");

    private static final Set<String> API_FIELDS =
            Set.of("host", "secretName", "requestsPerSecond", "requestsPerDay", "dailySharePercent", "generating");
    private static final String ASAPP = "https://api.asapp.com";
    private static final String SLASH = "end it in a slash";

    private ReadSourceConfig() {}

    static SourceConfig source(ConfigFields fields) {
        return new SourceConfig(
                fields.text("bucket", value -> !value.isBlank(), "name the bucket that holds the export"),
                fields.text("prefix", "batch/", value -> value.endsWith("/"), SLASH),
                fields.text("crosswalkPrefix", "crosswalk/", value -> value.endsWith("/"), SLASH),
                fields.text("title", "", value -> value.length() <= 200, "give at most 200 characters"),
                window(fields),
                fields.parsed("asOf", Instant::parse, "give a moment such as 2026-11-01T02:30:00Z")
                        .orElse(null),
                api(fields.in("api").only(API_FIELDS)),
                events(fields.in("events").only(Set.of("bucket", "prefix"))));
    }

    private static DateWindow window(ConfigFields fields) {
        String advice = "give a date such as 2026-07-01";
        DateWindow window = new DateWindow(
                fields.parsed("from", LocalDate::parse, advice).orElse(null),
                fields.parsed("until", LocalDate::parse, advice).orElse(null));
        if (window.isReversed()) {
            fields.refuse("from", "give a date that is not after source.until, which is " + window.until());
        }
        return window;
    }

    private static ApiConfig api(ConfigFields fields) {
        return new ApiConfig(
                host(fields.text("host", ASAPP, RunConfigReader.ADDRESS, "give the API's address, with https://")),
                fields.text("secretName", "", value -> true, ""),
                fields.number("requestsPerSecond", 80, 1, 100),
                fields.number("requestsPerDay", 100_000, 1, Integer.MAX_VALUE),
                fields.number("dailySharePercent", 90, 1, 100),
                fields.list("generating"));
    }

    private static EventsConfig events(ConfigFields fields) {
        return new EventsConfig(
                fields.text("bucket", "", value -> true, ""),
                fields.text("prefix", "", value -> value.isEmpty() || value.endsWith("/"), SLASH));
    }

    // An address that has been refused stands in as ASAPP's: the document is refused as a whole.
    private static URI host(String value) {
        return URI.create(RunConfigReader.ADDRESS.test(value) ? value : ASAPP);
    }
}
