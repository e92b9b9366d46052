package dev.ferry.local.asapp.summaries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.asapp.tree.ExportTree;
import dev.ferry.local.asapp.tree.Feed;
import dev.ferry.local.asapp.tree.JsonLines;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rows of one feed by the value of one column, in the order of the tree. Read when it is first asked.
///
/// *Threading*: safe for concurrent use.
final class FeedIndex {
    private final ExportTree tree;
    private final String feed;
    private final String column;
    private final Map<String, List<ObjectNode>> rows = new HashMap<>();
    private boolean read;

    FeedIndex(ExportTree tree, String feed, String column) {
        this.tree = tree;
        this.feed = feed;
        this.column = column;
    }

    synchronized List<ObjectNode> rows(String value) {
        if (!read) {
            tree.feeds().stream()
                    .filter(candidate -> candidate.name().equals(feed) && candidate.holdsJsonLines())
                    .forEach(this::add);
            read = true;
        }
        return List.copyOf(rows.getOrDefault(value, List.of()));
    }

    private void add(Feed candidate) {
        for (LocalDate date : tree.dates(candidate)) {
            tree.partitions(candidate, date).stream()
                    .flatMap(partition -> ExportTree.files(partition).stream())
                    .forEach(file -> JsonLines.read(file, this::add));
        }
    }

    private void add(ObjectNode row) {
        if (row.hasNonNull(column)) {
            rows.computeIfAbsent(row.path(column).asText(), value -> new ArrayList<>())
                    .add(row);
        }
    }
}
