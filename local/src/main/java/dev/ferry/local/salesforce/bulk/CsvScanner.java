package dev.ferry.local.salesforce.bulk;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads CSV as the ingest resource does: values are not trimmed, and faulty quoting spoils one record, not the
/// file. (CSV libraries either repair such a record or give up the file; neither is what the platform does.)
///
/// *Threading*: one thread.
final class CsvScanner {
    private final Reader reader;
    private final char delimiter;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int filled;
    private final StringBuilder cell = new StringBuilder();
    private @Nullable String fault;

    CsvScanner(Reader reader, char delimiter) {
        this.reader = reader;
        this.delimiter = delimiter;
    }

    /// The next record that is not an empty line; null at the end.
    @Nullable
    CsvRow next() throws IOException {
        while (true) {
            int c = peek();
            if (c < 0) {
                return null;
            }
            if (c == '\n' || c == '\r') {
                at++;
                continue;
            }
            return record();
        }
    }

    private CsvRow record() throws IOException {
        List<String> cells = new ArrayList<>();
        fault = null;
        boolean more = true;
        while (more) {
            cell.setLength(0);
            if (peek() == '"') {
                quoted();
            } else {
                plain();
            }
            cells.add(cell.toString());
            int c = read();
            more = c == delimiter;
            if (c == '\r' && peek() == '\n') {
                at++;
            }
        }
        return new CsvRow(cells, fault);
    }

    private void plain() throws IOException {
        for (int c = peek(); c >= 0 && c != delimiter && c != '\n' && c != '\r'; c = peek()) {
            if (c == '"' && !cell.isEmpty() && cell.toString().isBlank()) {
                fault = "a blank before a quote";
            }
            cell.append((char) c);
            at++;
        }
    }

    private void quoted() throws IOException {
        at++;
        for (int c = read(); c >= 0; c = read()) {
            if (c != '"') {
                cell.append((char) c);
            } else if (peek() == '"') {
                cell.append('"');
                at++;
            } else {
                rest();
                return;
            }
        }
        fault = "a quote is not closed";
    }

    // Between a closing quote and the next delimiter nothing may stand.
    private void rest() throws IOException {
        for (int c = peek(); c >= 0 && c != delimiter && c != '\n' && c != '\r'; c = peek()) {
            fault = "text after a closing quote";
            cell.append((char) c);
            at++;
        }
    }

    private int peek() throws IOException {
        if (at >= filled) {
            filled = reader.read(buffer);
            at = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[at];
    }

    private int read() throws IOException {
        int c = peek();
        if (c >= 0) {
            at++;
        }
        return c;
    }
}
