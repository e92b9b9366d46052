package dev.ferry.salesforce.client.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The columns of an ingest file and how its rows are written: UTF-8 without a byte order mark, LF, quotes
/// doubled.
///
/// A text that is exactly `#N/A` would null the field, so it is written with a blank behind it; the server
/// does not trim cells. Control characters are removed and counted ([EncodedRow#removed()]).
///
/// Shape: a column is a field name (`Subject`), a relation's (`Account.Key__c`), or a polymorphic relation's
/// (`Contact:Who.Key__c`).
public record CsvLayout(List<String> columns, ColumnDelimiter delimiter) {
    /// The longest header that Salesforce takes, in characters.
    public static final int MAX_HEADER = 32_000;
    /// The longest field, in characters.
    public static final int MAX_FIELD = 131_072;
    /// The longest record, in characters.
    public static final int MAX_RECORD = 400_000;
    /// The most columns.
    public static final int MAX_COLUMNS = 5_000;

    private static final String NULL_MARK = "#N/A";
    private static final Pattern COLUMN = Pattern.compile("(\\w+:)?\\w+(\\.\\w+)?");

    /// Refuses columns that are missing, malformed or double (letter case does not count), and a header that
    /// is too long.
    public CsvLayout {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.size() > MAX_COLUMNS) {
            throw new IllegalArgumentException(
                    "An ingest file has 1 to " + MAX_COLUMNS + " columns, not " + columns.size());
        }
        for (var column : columns) {
            if (!COLUMN.matcher(column).matches()) {
                throw new IllegalArgumentException("Not a column of an ingest file: " + column);
            }
        }
        var names = columns.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        if (names.size() < columns.size()) {
            throw new IllegalArgumentException("A column stands twice in " + columns);
        }
        var length = columns.stream().mapToInt(String::length).sum() + columns.size() - 1;
        if (length > MAX_HEADER) {
            throw new IllegalArgumentException(
                    "The header has " + length + " characters, Salesforce takes " + MAX_HEADER);
        }
    }

    /// A layout with commas.
    public static CsvLayout of(List<String> columns) {
        return new CsvLayout(columns, ColumnDelimiter.COMMA);
    }

    /// Whether there is such a column, whatever its letter case.
    public boolean has(String column) {
        return columns.stream().anyMatch(column::equalsIgnoreCase);
    }

    /// The first line of the file.
    public EncodedRow header() {
        return new EncodedRow(line(columns), 0);
    }

    /// One row, ready to be written. Refuses a blank line, a row with another number of cells, or one longer
    /// than Salesforce takes; the refusal names the column and no value, and leaves the file as it was.
    public EncodedRow encode(List<Cell> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "A row of " + cells.size() + " cells in a file of " + columns.size() + " columns");
        }
        var texts = new ArrayList<String>(cells.size());
        var removed = 0;
        var length = 0;
        for (var i = 0; i < cells.size(); i++) {
            var clean = text(cells.get(i));
            if (clean.text().length() > MAX_FIELD) {
                throw new IllegalArgumentException("Column " + columns.get(i) + " has "
                        + clean.text().length() + " characters, Salesforce takes " + MAX_FIELD);
            }
            texts.add(clean.text());
            removed += clean.removed();
            length += clean.text().length();
        }
        if (cells.size() == 1 && length == 0) {
            throw new IllegalArgumentException("A row whose only cell is empty is a blank line, and that is no row");
        }
        if (length > MAX_RECORD) {
            throw new IllegalArgumentException("A row has " + length + " characters, Salesforce takes " + MAX_RECORD);
        }
        return new EncodedRow(line(texts), removed);
    }

    private static CleanText text(Cell cell) {
        return switch (cell) {
            case Cell.Absent _ -> new CleanText("", 0);
            case Cell.Null _ -> new CleanText(NULL_MARK, 0);
            case Cell.Value(var raw) -> {
                var clean = CleanText.of(raw);
                yield clean.text().equals(NULL_MARK) ? new CleanText(NULL_MARK + " ", clean.removed()) : clean;
            }
        };
    }

    private byte[] line(List<String> texts) {
        var line = new StringWriter();
        CsvWriter.builder()
                .fieldSeparator(delimiter.character())
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(line)
                .writeRecord(texts);
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }
}
