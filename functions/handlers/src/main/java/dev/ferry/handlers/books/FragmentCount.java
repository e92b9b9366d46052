package dev.ferry.handlers.books;

import dev.ferry.asapp.batch.FragmentTerms;
import dev.ferry.core.staging.FragmentMark;
import dev.ferry.core.tally.Tally;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// How many fragments of a run one side of the books counted: by channel, and as the sum of what they are
/// marked with.
///
/// The sum tells whose fragments they are: one that a file lost is not made up for by one that another has
/// too many.
///
/// @param marks sum of [FragmentMark#unitNumber()]
record FragmentCount(SortedMap<String, Long> byChannel, long marks) {
    static final FragmentCount NONE = new FragmentCount(new TreeMap<>(), 0);

    FragmentCount {
        byChannel = Collections.unmodifiableSortedMap(new TreeMap<>(byChannel));
    }

    /// What a unit of extraction wrote.
    static FragmentCount written(Tally tally) {
        FragmentCount counted = of(tally, FragmentTerms::channelWritten, 0);
        return new FragmentCount(
                counted.byChannel, counted.sum() * markOf(tally).unitNumber());
    }

    /// What a unit of assembly folded.
    static FragmentCount folded(Tally tally) {
        return of(tally, FragmentTerms::channelFolded, tally.count(FragmentTerms.FOLDED_MARKS));
    }

    /// Some fragments of one unit of extraction.
    static FragmentCount of(String channel, long count, FragmentMark mark) {
        return new FragmentCount(new TreeMap<>(Map.of(channel, count)), count * mark.unitNumber());
    }

    /// The mark of what a unit of extraction wrote, but for the run.
    static FragmentMark markOf(Tally tally) {
        return new FragmentMark(0, tally.digest().sum().intValue());
    }

    /// The sum of all tallies. Closes them.
    static FragmentCount sum(Stream<Tally> tallies, Function<Tally, FragmentCount> count) {
        try (tallies) {
            return tallies.map(count).reduce(NONE, FragmentCount::plus);
        }
    }

    FragmentCount plus(FragmentCount other) {
        if (other.byChannel.isEmpty()) {
            return this;
        }
        SortedMap<String, Long> sum = new TreeMap<>(byChannel);
        other.byChannel.forEach((channel, count) -> sum.merge(channel, count, Math::addExact));
        return new FragmentCount(sum, marks + other.marks);
    }

    /// All fragments.
    long sum() {
        return byChannel.values().stream().mapToLong(Long::longValue).sum();
    }

    long of(String channel) {
        return byChannel.getOrDefault(channel, 0L);
    }

    /// The channels of both sides, in ascending order.
    SortedSet<String> channels(FragmentCount other) {
        SortedSet<String> all = new TreeSet<>(byChannel.keySet());
        all.addAll(other.byChannel.keySet());
        return all;
    }

    private static FragmentCount of(Tally tally, Function<String, Optional<String>> channel, long marks) {
        SortedMap<String, Long> counts = new TreeMap<>();
        tally.counts().forEach((term, count) -> channel.apply(term).ifPresent(name -> counts.put(name, count)));
        return new FragmentCount(counts, marks);
    }
}
