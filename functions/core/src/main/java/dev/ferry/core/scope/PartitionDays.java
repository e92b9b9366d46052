package dev.ferry.core.scope;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// On which dates feeds have finished partitions. *Threading*: for one thread.
public final class PartitionDays {
    /// What stands for the feed where all of them lack the same.
    static final String EVERY_FEED = "every feed";

    private final SortedMap<String, SortedSet<LocalDate>> days = new TreeMap<>();

    /// Notes a date of a feed.
    public void add(String feed, LocalDate day) {
        days.computeIfAbsent(feed, _ -> new TreeSet<>()).add(day);
    }

    /// The first date of a feed.
    public Optional<LocalDate> first(String feed) {
        return Optional.ofNullable(days.get(feed)).map(SortedSet::getFirst);
    }

    /// The last date of a feed.
    public Optional<LocalDate> last(String feed) {
        return Optional.ofNullable(days.get(feed)).map(SortedSet::getLast);
    }

    /// The dates on which no feed has anything, and those on which a feed that has begun has nothing although
    /// others have.
    public List<ScopeResults.Gap> gaps() {
        SortedSet<LocalDate> all = new TreeSet<>();
        days.values().forEach(all::addAll);
        List<ScopeResults.Gap> gaps = new ArrayList<>();
        LocalDate before = null;
        for (LocalDate day : all) {
            if (before != null && before.plusDays(1).isBefore(day)) {
                gaps.add(ScopeResults.Gap.days(EVERY_FEED, before.plusDays(1), day.minusDays(1)));
            }
            before = day;
        }
        days.forEach((feed, has) -> {
            SortedSet<LocalDate> lacks = new TreeSet<>(all.tailSet(has.getFirst()));
            lacks.removeAll(has);
            lacks.forEach(day -> gaps.add(ScopeResults.Gap.days(feed, day, day)));
        });
        return gaps;
    }
}
