package dev.ferry.asapp.batch;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One partition of one feed.
///
/// *Shape*: `{feed}/version={version}/format={format}/dt=YYYY-MM-DD/hr=HH/mi=MM`, under any prefix.
/// *Source*: reference, section 4.
///
/// @param dt date of the data, as in the path
public record PartitionPath(String feed, String version, String format, String dt, String hr, String mi)
        implements Comparable<PartitionPath> {
    private static final Pattern PATH = Pattern.compile("(?:^|.*/)([^/=]+)/version=([^/]+)/format=([^/]+)"
            + "/dt=(\\d{4}-\\d{2}-\\d{2})(?:/hr=(\\d{2}))?(?:/mi=(\\d{2}))?/([^/]+)");
    private static final Comparator<PartitionPath> ORDER = Comparator.comparing(PartitionPath::feed)
            .thenComparing(PartitionPath::label)
            .thenComparing(PartitionPath::format);

    /// A key of the store as partition and file name; empty for what does not lie in a partition.
    public static Optional<Located> locate(String key) {
        Matcher path = PATH.matcher(key);
        if (!path.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Located(
                new PartitionPath(
                        path.group(1),
                        path.group(2),
                        path.group(3),
                        path.group(4),
                        Objects.requireNonNullElse(path.group(5), "00"),
                        Objects.requireNonNullElse(path.group(6), "00")),
                path.group(7)));
    }

    /// What orders the partitions of a feed, and names them in fragment keys. *Shape*:
    /// `dt=2026-07-05/hr=14/mi=00/version=1`.
    public String label() {
        return time() + "/version=" + version;
    }

    /// The partition's place in time. *Shape*: `dt=2026-07-05/hr=14/mi=00`.
    public String time() {
        return "dt=" + dt + "/hr=" + hr + "/mi=" + mi;
    }

    @Override
    public int compareTo(PartitionPath other) {
        return ORDER.compare(this, other);
    }

    /// A file name in its partition.
    public record Located(PartitionPath partition, String fileName) {}
}
