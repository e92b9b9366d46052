package dev.ferry.local.salesforce.bulk;

import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.soql.Column;
import dev.ferry.local.salesforce.soql.Moments;
import dev.ferry.local.salesforce.soql.QueryResult;
import dev.ferry.local.salesforce.soql.RowReader;
import dev.ferry.local.salesforce.store.Row;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of a query job as CSV: each page with its header line, columns in SELECT order, everything quoted.
public final class QueryCsv {
    private final RowReader reader;
    private final CsvDialect dialect;

    public QueryCsv(RowReader reader, CsvDialect dialect) {
        this.reader = reader;
        this.dialect = dialect;
    }

    /// Writes the rows from `from` to before `to`.
    public void write(Writer out, QueryResult.Rows result, int from, int to) throws IOException {
        CsvOutput csv = new CsvOutput(out, dialect);
        List<Column> columns = result.columns();
        csv.line(
                columns.stream().map(column -> String.join(".", column.names())).toList());
        for (Row row : result.rows().subList(Math.min(from, to), to)) {
            List<String> cells = new ArrayList<>(columns.size());
            for (Column column : columns) {
                cells.add(cell(column, column.value(reader, row)));
            }
            csv.line(cells);
        }
    }

    private static String cell(Column column, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Long moment when column.field().type() == FieldType.DATETIME -> Moments.csv(moment);
            default -> value.toString();
        };
    }
}
