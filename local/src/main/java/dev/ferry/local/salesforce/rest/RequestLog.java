package dev.ferry.local.salesforce.rest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The latest requests: method, path without query, status. Bodies and parameters are not kept.
///
/// *Threading*: safe for concurrent use.
public final class RequestLog {
    private static final int KEPT = 100_000;
    private final Deque<Entry> entries = new ArrayDeque<>();

    /// One request.
    public record Entry(String method, String path, int status) {}

    synchronized void add(Entry entry) {
        entries.addLast(entry);
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    synchronized void clear() {
        entries.clear();
    }

    /// The requests, oldest first.
    public synchronized List<Entry> list() {
        return List.copyOf(entries);
    }
}
