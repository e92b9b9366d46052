package dev.ferry.local.asapp.tree;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One export of one interval of a feed.
///
/// @param interval the path below the date, such as `hr=08/mi=00` or `hr=08`; empty when files lie in the date
/// itself
/// @param directory where its files are; it need not exist for a partition without data
public record Partition(Feed feed, LocalDate date, String interval, Path directory) implements Comparable<Partition> {
    private static final Pattern TIME = Pattern.compile("hr=(\\d{2})(?:/mi=(\\d{2}))?");

    @Override
    public int compareTo(Partition other) {
        return key().compareTo(other.key());
    }

    /// The path below the root of the tree.
    public String key() {
        return feed.key() + "/dt=" + date + (interval.isEmpty() ? "" : "/" + interval);
    }

    /// The date with the hour and minute of the interval; midnight where it names none.
    public LocalDateTime start() {
        Matcher time = TIME.matcher(interval);
        if (!time.matches()) {
            return date.atStartOfDay();
        }
        int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
        return date.atTime(LocalTime.of(Integer.parseInt(time.group(1)), minute));
    }
}
