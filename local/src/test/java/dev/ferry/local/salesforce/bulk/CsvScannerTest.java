package dev.ferry.local.salesforce.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvScannerTest {

    @Test
    void keepsQuotesDelimitersAndLineBreaksInsideQuotes() throws IOException {
        assertThat(cells("a,\"b,\"\"c\"\"\nd\",\r\n e ,f\n"))
                .containsExactly(List.of("a", "b,\"c\"\nd", ""), List.of(" e ", "f"));
    }

    @Test
    void marksABlankBeforeAQuoteAndGoesOn() throws IOException {
        List<CsvRow> rows = rows("a, \"b\"\n\"c\" ,d\ne,f\n");
        assertThat(rows)
                .extracting(CsvRow::fault)
                .containsExactly("a blank before a quote", "text after a closing quote", null);
    }

    @Test
    void skipsEmptyLinesAndNeedsNoLastLineBreak() throws IOException {
        assertThat(cells("a,b\n\n\nc,d")).containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    private static List<List<String>> cells(String csv) throws IOException {
        return rows(csv).stream().map(CsvRow::cells).toList();
    }

    private static List<CsvRow> rows(String csv) throws IOException {
        CsvScanner scanner = new CsvScanner(new StringReader(csv), ',');
        List<CsvRow> rows = new ArrayList<>();
        for (CsvRow row = scanner.next(); row != null; row = scanner.next()) {
            rows.add(row);
        }
        return rows;
    }
}
