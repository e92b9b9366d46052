package dev.ferry.local.salesforce.bulk;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Writes CSV as the server does: every value in quotes.
final class CsvOutput {
    private final Writer out;
    private final char delimiter;
    private final String newline;

    CsvOutput(Writer out, CsvDialect dialect) {
        this.out = out;
        this.delimiter = dialect.delimiter();
        this.newline = dialect.newline();
    }

    void line(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(delimiter);
            }
            cell(cells.get(i));
        }
        out.write(newline);
    }

    void line(String first, String second, List<String> cells) throws IOException {
        cell(first);
        out.write(delimiter);
        cell(second);
        for (String cell : cells) {
            out.write(delimiter);
            cell(cell);
        }
        out.write(newline);
    }

    private void cell(String value) throws IOException {
        out.write('"');
        out.write(value.indexOf('"') < 0 ? value : value.replace("\"", "\"\""));
        out.write('"');
    }
}
