package dev.ferry.salesforce.client.bulk;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// All rows of a query job, page after page. Must be closed. Threading: one thread; blocks.
public final class QueryRows implements Iterator<CsvRow>, AutoCloseable {
    private final BulkQueries queries;
    private final JobId job;
    private final int rowsPerPage;
    private QueryPage page;

    QueryRows(BulkQueries queries, JobId job, int rowsPerPage) {
        this.queries = queries;
        this.job = job;
        this.rowsPerPage = rowsPerPage;
        this.page = queries.firstPage(job, rowsPerPage);
    }

    @Override
    public boolean hasNext() {
        while (!page.rows().hasNext() && page.next().isPresent()) {
            var from = page.next().get();
            page.close();
            page = queries.page(job, from, rowsPerPage);
        }
        return page.rows().hasNext();
    }

    @Override
    public CsvRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("No more rows");
        }
        return page.rows().next();
    }

    /// The rows as a stream, which closes these rows when it is closed.
    public Stream<CsvRow> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }

    @Override
    public void close() {
        page.close();
    }
}
