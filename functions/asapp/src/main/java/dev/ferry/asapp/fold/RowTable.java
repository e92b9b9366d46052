package dev.ferry.asapp.fold;

import dev.ferry.core.source.SourceChannel;
import dev.ferry.core.source.Superseded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The rows of one entity, folded: of each unique condition the newest row, and counts of what it replaced.
///
/// The result depends on the set of rows only: not on their order, nor on how often or in what pieces they came.
final class RowTable {
    private final Map<String, List<SourceRow>> winners = new HashMap<>();
    private final Set<String> sources = new TreeSet<>();
    private final int files;
    private final int received;
    private int distinct;
    private int supersededRows;
    private int supersededFields;

    private RowTable(Collection<SourceRow> rows) {
        Map<SourceRow.Place, SourceRow> byPlace = HashMap.newHashMap(rows.size());
        rows.forEach(row -> byPlace.put(row.place(), row));
        Set<SourceRow.File> allFiles = new HashSet<>();
        Map<String, List<SourceRow>> families = new HashMap<>();
        for (SourceRow row : byPlace.values()) {
            allFiles.add(row.place().file());
            families.computeIfAbsent(row.feed().family(), _ -> new ArrayList<>())
                    .add(row);
        }
        allFiles.forEach(file -> sources.add(file.feed()));
        families.forEach((family, all) -> winners.put(family, newestOfEachKey(all)));
        this.files = allFiles.size();
        this.received = byPlace.size();
    }

    /// The winners of a feed family in the order of their unique conditions; those that lose are counted.
    private List<SourceRow> newestOfEachKey(List<SourceRow> family) {
        family.sort(SourceRow.BY_KEY);
        List<SourceRow> kept = new ArrayList<>(family.size());
        for (SourceRow row : family.reversed()) {
            if (kept.isEmpty() || !kept.getLast().uniqueKey().equals(row.uniqueKey())) {
                kept.add(row);
            } else {
                int fields = kept.getLast().differences(row);
                supersededRows += fields > 0 ? 1 : 0;
                supersededFields += fields;
            }
        }
        distinct += kept.size();
        Collections.reverse(kept);
        return kept;
    }

    static RowTable of(Collection<SourceRow> rows) {
        return new RowTable(rows);
    }

    /// The rows of a feed family, in the order of their unique conditions.
    List<SourceRow> rows(String family) {
        return winners.getOrDefault(family, List.of());
    }

    /// The rows of a feed family in the order of a time, then of their unique conditions.
    List<SourceRow> rowsBy(String family, String timeColumn) {
        return sorted(rows(family), Comparator.comparingLong(row -> row.nanos(timeColumn)));
    }

    /// The rows of a feed family, the newest first.
    List<SourceRow> newest(String family) {
        return sorted(rows(family), SourceRow.NEWEST_LAST.reversed());
    }

    private static List<SourceRow> sorted(List<SourceRow> rows, Comparator<SourceRow> order) {
        return rows.size() < 2 ? rows : rows.stream().sorted(order).toList();
    }

    /// The channels that rows came by, the best first.
    List<SourceChannel> channels() {
        Set<SourceChannel> channels = EnumSet.noneOf(SourceChannel.class);
        winners.values().forEach(rows -> channels.add(rows.getFirst().feed().channel()));
        return List.copyOf(channels);
    }

    /// The feeds that rows came from, in ascending order.
    List<String> sources() {
        return List.copyOf(sources);
    }

    /// How many files the rows came from.
    int files() {
        return files;
    }

    /// How many rows there were, each place in the export counted once.
    int received() {
        return received;
    }

    /// How many unique conditions they have.
    int distinct() {
        return distinct;
    }

    Superseded superseded() {
        return new Superseded(supersededRows, supersededFields);
    }
}
