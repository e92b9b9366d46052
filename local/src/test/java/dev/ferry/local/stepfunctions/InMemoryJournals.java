package dev.ferry.local.stepfunctions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.journal.Journals;
import dev.ferry.local.stepfunctions.query.Json;
import java.util.ArrayList;
import java.util.List;

/// Journals in memory that remember in which order everything was written, so that a test can cut them anywhere.
final class InMemoryJournals implements Journals {

    /// One record and the journal it went into.
    record Entry(String journal, String line) {}

    private final List<Entry> entries = new ArrayList<>();

    InMemoryJournals() {}

    /// The journals as they were when the first so many records had been written.
    InMemoryJournals(List<Entry> written) {
        entries.addAll(written);
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public Journal open(String name) {
        return new Journal() {
            @Override
            public void append(ObjectNode record) {
                synchronized (InMemoryJournals.this) {
                    entries.add(new Entry(name, Json.text(record)));
                }
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public synchronized List<String> names(String prefix) {
        return entries.stream()
                .map(Entry::journal)
                .filter(name -> name.startsWith(prefix))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public synchronized List<ObjectNode> read(String name) {
        return entries.stream()
                .filter(entry -> entry.journal().equals(name))
                .map(entry -> (ObjectNode) Json.parseOwn(entry.line()))
                .toList();
    }
}
