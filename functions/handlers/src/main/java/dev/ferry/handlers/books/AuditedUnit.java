package dev.ferry.handlers.books;

import dev.ferry.core.staging.FragmentMark;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.tally.Tally;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// One unit of extraction in one state of its file: what its tally says, and what is in staging of it.
/// *Threading*: one thread.
final class AuditedUnit {
    private final SortedSet<String> names = new TreeSet<>();
    private final SortedMap<String, Long> found = new TreeMap<>();
    private long counted;
    private long ofAnotherRun;

    void counted(Tally tally) {
        names.add(tally.unit());
        counted += FragmentCount.written(tally).sum();
    }

    void found(String channel) {
        found.merge(channel, 1L, Long::sum);
    }

    void foundOfAnotherRun() {
        ofAnotherRun++;
    }

    /// Whether a tally stands for it.
    boolean stands() {
        return !names.isEmpty();
    }

    /// What is in staging of it, by channel.
    FragmentCount found(FragmentMark mark) {
        return found.entrySet().stream()
                .map(channel -> FragmentCount.of(channel.getKey(), channel.getValue(), mark))
                .reduce(FragmentCount.NONE, FragmentCount::plus);
    }

    /// What a person should know of it; empty for one that is whole.
    Optional<Quarantined> fault() {
        long there = found.values().stream().mapToLong(Long::longValue).sum();
        if (!stands() || there == counted) {
            return Optional.empty();
        }
        String unit = String.join(" or ", names);
        if (there > counted) {
            return Optional.of(new Quarantined(
                    unit,
                    0,
                    "MORE_THAN_WRITTEN",
                    "%d fragments are in staging, and it wrote %d".formatted(there, counted)));
        }
        return Optional.of(
                ofAnotherRun >= counted - there
                        ? new Quarantined(
                                unit,
                                0,
                                "WRITTEN_BY_ANOTHER_RUN",
                                "%d of its %d fragments were written again by another run of the migration"
                                        .formatted(counted - there, counted))
                        : new Quarantined(
                                unit,
                                0,
                                "MISSING",
                                ("%d of its %d fragments are not in staging, or another file of the same partition and"
                                                + " name has taken their place")
                                        .formatted(counted - there, counted)));
    }
}
