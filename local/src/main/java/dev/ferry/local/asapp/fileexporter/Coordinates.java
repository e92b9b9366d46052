package dev.ferry.local.asapp.fileexporter;

import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Body;
import dev.ferry.local.asapp.tenant.ExporterRules;
import dev.ferry.local.asapp.tenant.ExporterRules.CoordinateStyle;
import dev.ferry.local.asapp.tree.Feed;
import dev.ferry.local.asapp.tree.Partition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Reads and spells the six coordinates of a file, prefixed or bare.
///
/// *Errors*: [ApiException] with the statuses of the rules.
final class Coordinates {
    private static final String VERSION = "version=";
    private static final String FORMAT = "format=";
    private static final String DATE = "dt=";

    private final Publication publication;
    private final ExporterRules rules;

    Coordinates(Publication publication, ExporterRules rules) {
        this.publication = publication;
        this.rules = rules;
    }

    /// The name of a feed that is there and enabled.
    String feed(Body body) {
        String name = body.required("feed");
        if (publication.exists(name) && publication.disabled(name)) {
            throw ApiException.of(403);
        }
        return known(name, publication.names());
    }

    /// The version, as its directory is named.
    String version(Body body) {
        String name = feed(body);
        return known(
                prefixed(VERSION, body.required("version")), publication.tree().versions(name));
    }

    /// The feed in its version and format.
    Feed format(Body body) {
        String name = feed(body);
        String version = version(body);
        String format = prefixed(FORMAT, body.required("format"));
        return new Feed(name, version, known(format, publication.tree().formats(name, version)));
    }

    /// A day that can be seen.
    LocalDate date(Body body, Feed feed) {
        String spelled = body.required("date");
        try {
            LocalDate date = LocalDate.parse(spelled.startsWith(DATE) ? spelled.substring(DATE.length()) : spelled);
            if (publication.dates(feed).contains(date)) {
                return date;
            }
        } catch (DateTimeException notADate) {
            throw unknown();
        }
        throw unknown();
    }

    /// The partitions that the request means: one interval's, or all of the day.
    List<Partition> partitions(Body body, Feed feed, LocalDate date) {
        List<Partition> all = publication.partitions(feed, date);
        return body.optional("interval")
                .map(interval -> all.stream()
                        .filter(partition -> partition.interval().equals(interval))
                        .findFirst()
                        .map(List::of)
                        .orElseThrow(this::unknown))
                .orElse(all);
    }

    ApiException unknown() {
        return ApiException.of(rules.unknownCoordinateStatus());
    }

    /// A directory's name as an answer spells it.
    String spelled(String directory) {
        return rules.coordinateStyle() == CoordinateStyle.PREFIXED
                ? directory
                : directory.substring(directory.indexOf('=') + 1);
    }

    Stream<String> spelled(List<String> directories) {
        return directories.stream().map(this::spelled);
    }

    String spelled(LocalDate date) {
        return spelled(DATE + date);
    }

    private String known(String value, List<String> all) {
        if (!all.contains(value)) {
            throw unknown();
        }
        return value;
    }

    private static String prefixed(String prefix, String value) {
        return value.startsWith(prefix) ? value : prefix + value;
    }
}
