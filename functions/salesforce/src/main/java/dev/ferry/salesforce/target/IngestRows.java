package dev.ferry.salesforce.target;

import dev.ferry.core.load.Chunk;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.target.FieldValue;
import dev.ferry.salesforce.client.bulk.Cell;
import dev.ferry.salesforce.client.bulk.CsvLayout;
import dev.ferry.salesforce.client.bulk.EncodedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The records of a chunk as rows of an ingest file.
final class IngestRows {
    private static final String ID = "Id";

    private final Chunk.Write write;
    private final UpdateFields update;
    private final CsvLayout layout;

    IngestRows(Chunk chunk, UpdateFields update) {
        this.write = chunk.write();
        this.update = update;
        this.layout = CsvLayout.of(columns(chunk, update));
    }

    CsvLayout layout() {
        return layout;
    }

    /// A record as a row; empty when it is longer than Bulk API 2.0 takes.
    Optional<EncodedRow> encode(StagedRecord record) {
        List<Cell> cells = new ArrayList<>(layout.columns().size());
        layout.columns().forEach(column -> cells.add(cell(record, column)));
        try {
            return Optional.of(layout.encode(cells));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static List<String> columns(Chunk chunk, UpdateFields update) {
        List<String> columns = new ArrayList<>();
        SortedSet<String> names = new TreeSet<>();
        if (chunk.write() != Chunk.Write.INSERT) {
            columns.add(ID);
        }
        if (chunk.write() == Chunk.Write.UPDATE) {
            names.addAll(update.names());
        } else {
            chunk.records().forEach(record -> names.addAll(record.fields().keySet()));
        }
        names.add(SalesforceTargetSettings.KEY_FIELD);
        columns.addAll(names);
        return columns;
    }

    private Cell cell(StagedRecord record, String column) {
        if (column.equals(ID)) {
            return Cell.of(record.existing().orElseThrow());
        }
        if (column.equals(SalesforceTargetSettings.KEY_FIELD)) {
            return Cell.of(record.key().value());
        }
        FieldValue value = record.fields().get(column);
        if (value != null) {
            return FieldText.cell(value);
        }
        return write == Chunk.Write.UPDATE && update.clears(column, record.fields()) ? Cell.nulled() : Cell.absent();
    }
}
