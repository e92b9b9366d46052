package dev.ferry.asapp.fold;

import dev.ferry.core.source.SourceChannel;
import dev.ferry.core.source.Superseded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The rows of one entity, folded: of each unique condition the newest row, and counts of what it replaced.
///
/// The result depends on the set of rows only: not on their order, nor on how often or in what pieces they came.
final class RowTable {
    private final Map<String, List<SourceRow>> winners = new HashMap<>();
    private final Set<String> sources = new TreeSet<>();
    private final int files;
    private final int received;
    private final int distinct;
    private final int supersededRows;
    private final int supersededFields;

    private RowTable(Collection<SourceRow> rows) {
        Map<SourceRow.Place, SourceRow> byPlace = new HashMap<>();
        rows.forEach(row -> byPlace.put(row.place(), row));
        Map<String, SortedMap<String, List<SourceRow>>> groups = new HashMap<>();
        Set<SourceRow.File> allFiles = new HashSet<>();
        byPlace.forEach((place, row) -> {
            groups.computeIfAbsent(row.feed().family(), _ -> new TreeMap<>())
                    .computeIfAbsent(row.uniqueKey(), _ -> new ArrayList<>(1))
                    .add(row);
            allFiles.add(place.file());
        });
        allFiles.forEach(file -> sources.add(file.feed()));
        int unique = 0;
        int lostRows = 0;
        int lostFields = 0;
        for (Map.Entry<String, SortedMap<String, List<SourceRow>>> family : groups.entrySet()) {
            List<SourceRow> kept = new ArrayList<>();
            for (List<SourceRow> group : family.getValue().values()) {
                SourceRow winner = Collections.max(group, SourceRow.NEWEST_LAST);
                kept.add(winner);
                for (SourceRow row : group) {
                    int fields = winner.differences(row);
                    lostRows += fields > 0 ? 1 : 0;
                    lostFields += fields;
                }
            }
            winners.put(family.getKey(), kept);
            unique += kept.size();
        }
        this.files = allFiles.size();
        this.received = byPlace.size();
        this.distinct = unique;
        this.supersededRows = lostRows;
        this.supersededFields = lostFields;
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
        return rows(family).stream()
                .sorted(Comparator.comparingLong(row -> row.nanos(timeColumn)))
                .toList();
    }

    /// The rows of a feed family, the newest first.
    List<SourceRow> newest(String family) {
        return rows(family).stream().sorted(SourceRow.NEWEST_LAST.reversed()).toList();
    }

    /// The channels that rows came by, the best first.
    List<SourceChannel> channels() {
        return winners.values().stream()
                .map(rows -> rows.getFirst().feed().channel())
                .distinct()
                .sorted()
                .toList();
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
