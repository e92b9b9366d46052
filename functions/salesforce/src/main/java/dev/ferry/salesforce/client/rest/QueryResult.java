package dev.ferry.salesforce.client.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.salesforce.client.internal.Pages;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The records of a query, each as Salesforce wrote it (with its `attributes`), fetched page by page.
/// Threading: one thread; blocks.
///
/// Errors: reading on after 15 minutes of rest can be refused with `INVALID_QUERY_LOCATOR`: query again.
public final class QueryResult implements Iterator<ObjectNode> {
    private final Pages pages;
    private final long totalSize;

    QueryResult(Pages pages, long totalSize) {
        this.pages = pages;
        this.totalSize = totalSize;
    }

    /// How many records the query has found.
    public long totalSize() {
        return totalSize;
    }

    @Override
    public boolean hasNext() {
        return pages.hasNext();
    }

    @Override
    public ObjectNode next() {
        var row = pages.next();
        if (row.node() instanceof ObjectNode record) {
            return record;
        }
        throw row.response().malformed("a list of something other than records");
    }

    /// The records as a stream.
    public Stream<ObjectNode> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
