package dev.ferry.salesforce.client.bulk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One page of a query's results. Must be closed, which ends its download.
public record QueryPage(ResultRows<CsvRow> rows, @Nullable ResultLocator following) implements AutoCloseable {
    /// Where the next page begins; empty on the last one.
    public Optional<ResultLocator> next() {
        return Optional.ofNullable(following);
    }

    @Override
    public void close() {
        rows.close();
    }
}
