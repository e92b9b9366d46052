package dev.ferry.salesforce.client.bulk;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The first line of a CSV answer: it tells the delimiter and where each column stands.
///
/// Source: result files keep the delimiter of their job, which a reader of an old job may not know. Names of
/// columns hold letters, digits, `_`, `.` and `:`, so whatever else comes first is the delimiter.
final class CsvHeader {
    /// A header has at most 32,000 characters.
    static final int LONGEST = 1 << 16;

    private CsvHeader() {}

    static char delimiter(BufferedInputStream body) throws IOException {
        body.mark(LONGEST);
        var found = ColumnDelimiter.COMMA;
        for (var c = body.read(); c >= 0 && c != '\n'; c = body.read()) {
            var delimiter = of((char) c);
            if (delimiter != null) {
                found = delimiter;
                break;
            }
        }
        body.reset();
        return found.character();
    }

    private static @Nullable ColumnDelimiter of(char c) {
        for (var delimiter : ColumnDelimiter.values()) {
            if (delimiter.character() == c) {
                return delimiter;
            }
        }
        return null;
    }

    static CsvRow.Columns read(Iterator<CsvRecord> records) {
        var names = records.hasNext() ? records.next().getFields() : List.<String>of();
        var positions = new TreeMap<String, Integer>(String.CASE_INSENSITIVE_ORDER);
        for (var i = 0; i < names.size(); i++) {
            positions.putIfAbsent(names.get(i), i);
        }
        return new CsvRow.Columns(names, positions);
    }
}
