package dev.ferry.asapp.fileexporter;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which dates of a feed a run reads.
///
/// ASAPP refreshes the File Exporter once a day and does not say that a published date never changes. So the
/// latest dates are read again; since a file replaces its own fragments, that costs calls and does no harm.
/// *Source*: reference, section 2.2.
public final class DatesToRead {
    /// How many of the latest dates are read again.
    public static final int READ_AGAIN = 2;

    private DatesToRead() {}

    /// The dates in ascending order.
    ///
    /// @param listed the dates that the feed has, in any order
    /// @param read the dates that earlier runs have read
    public static List<LocalDate> of(Collection<LocalDate> listed, Collection<LocalDate> read) {
        TreeSet<LocalDate> dates = new TreeSet<>(listed);
        Set<LocalDate> again =
                new HashSet<>(dates.descendingSet().stream().limit(READ_AGAIN).toList());
        return dates.stream()
                .filter(date -> again.contains(date) || !read.contains(date))
                .toList();
    }
}
