package dev.ferry.salesforce.client.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvRoundTripPropertyTest {
    @Property
    void readsBackTheRowsThatWereWritten(@ForAll("rows") List<List<String>> rows, @ForAll ColumnDelimiter delimiter)
            throws IOException {
        var layout = new CsvLayout(List.of("Key__c", "Subject", "Description"), delimiter);
        var out = new ByteArrayOutputStream();
        try (var writer = new IngestCsvWriter(out, layout)) {
            for (var row : rows) {
                writer.write(row.stream().map(Cell::of).toList());
            }
            assertThat(writer.rows()).isEqualTo(rows.size());
            assertThat(writer.bytes()).isEqualTo(out.size());
        }

        var expected = rows.stream()
                .map(row -> row.stream()
                        .map(CsvRoundTripPropertyTest::asSalesforceKeepsIt)
                        .toList())
                .toList();
        assertThat(read(out, delimiter)).isEqualTo(expected);
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("\r", "\u0000");
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        var hostile = Arbitraries.of(
                "", "#N/A", "\"", "\r\n", "\r", "\n", ",", "\u0000", "\ud800", "\ud83d\ude00", "#", " ", "\t", "a");
        var text = Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(20),
                hostile.list().ofMaxSize(6).map(parts -> String.join("", parts)));
        // A key is never empty, as in a real file: a row of one empty cell would look like an empty line.
        return text.list()
                .ofSize(2)
                .map(cells -> List.of("k", cells.get(0), cells.get(1)))
                .list()
                .ofMaxSize(10);
    }

    // The rule of the file format said in another way than the writer says it: by regular expressions.
    private static String asSalesforceKeepsIt(String text) {
        var kept = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[^\\t\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
        return kept.equals("#N/A") ? "#N/A " : kept;
    }

    private static List<List<String>> read(ByteArrayOutputStream file, ColumnDelimiter delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter.character())
                .ofCsvRecord(file.toString(StandardCharsets.UTF_8))
                .stream()
                .skip(1)
                .map(CsvRecord::getFields)
                .toList();
    }
}
