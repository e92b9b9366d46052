package dev.ferry.salesforce.client.bulk;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.ferry.salesforce.client.ErrorCode;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.SalesforceException.Failure;
import dev.ferry.salesforce.client.internal.ApiResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The rows of a CSV answer, read as they arrive. Must be closed.
///
/// A file of a header alone, or of nothing, has no rows.
///
/// Errors: `hasNext` and `next` throw [SalesforceException] with `NO_ANSWER` when the connection breaks in the
/// middle: close, and download again. Threading: one thread; blocks.
public final class ResultRows<T> implements Iterator<T>, AutoCloseable {
    private final ApiResponse response;
    private final BufferedInputStream body;
    private final CloseableIterator<CsvRecord> records;
    private final CsvRow.Columns columns;
    private final Function<CsvRow, T> reading;

    ResultRows(ApiResponse response, Function<CsvRow, T> reading) {
        this.response = response;
        this.body = new BufferedInputStream(response.body(), CsvHeader.LONGEST);
        this.reading = reading;
        this.records = guarded(() -> open(body));
        this.columns = guarded(() -> CsvHeader.read(records));
    }

    @Override
    public boolean hasNext() {
        BooleanSupplier more = records::hasNext;
        return guarded(more::getAsBoolean);
    }

    /// The next row. Throws `MALFORMED_ANSWER` when it is not of the promised shape.
    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("No more rows");
        }
        var row = new CsvRow(columns, guarded(records::next).getFields());
        try {
            return reading.apply(row);
        } catch (IllegalArgumentException unexpected) {
            throw response.malformed("a result row without its sf__ columns");
        }
    }

    /// The rows as a stream, which closes these rows when it is closed.
    public Stream<T> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }

    /// Ends the download, read to the end or not.
    @Override
    public void close() {
        try {
            records.close();
            body.close();
        } catch (IOException broken) {
            // What was read is whole; what was not read is not wanted.
            return;
        }
    }

    private static CloseableIterator<CsvRecord> open(BufferedInputStream body) {
        try {
            return CsvReader.builder()
                    .fieldSeparator(CsvHeader.delimiter(body))
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(body, StandardCharsets.UTF_8)
                    .iterator();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private <R> R guarded(Supplier<R> step) {
        try {
            return step.get();
        } catch (UncheckedIOException broken) {
            close(body);
            throw new SalesforceException(
                    ErrorCode.NO_ANSWER, Failure.of(response.request().attempted()), broken);
        } catch (CsvParseException unreadable) {
            close(body);
            throw response.malformed("not CSV");
        }
    }

    private static void close(BufferedInputStream body) {
        try {
            body.close();
        } catch (IOException alreadyBroken) {
            return;
        }
    }
}
