package dev.ferry.salesforce.client.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CsvLayoutTest {
    private static final CsvLayout ONE = CsvLayout.of(List.of("Subject"));

    @Test
    void writesTheWorkedExample() throws IOException {
        var layout = CsvLayout.of(
                List.of("ASAPP_Id__c", "Subject", "CreatedDate", "CSAT_Score__c", "Contact:Who.ASAPP_Id__c"));

        var file = file(
                layout,
                List.of(List.of(
                        Cell.of("acme:issue:1"),
                        Cell.of("Late \"refund\""),
                        Cell.of(Instant.parse("2023-04-02T09:15:00Z")),
                        Cell.of(new BigDecimal("4.50")),
                        Cell.absent())));

        assertThat(file)
                .isEqualTo("ASAPP_Id__c,Subject,CreatedDate,CSAT_Score__c,Contact:Who.ASAPP_Id__c\n"
                        + "acme:issue:1,\"Late \"\"refund\"\"\",2023-04-02T09:15:00.000Z,4.50,\n");
    }

    @Test
    void writesEachKindOfValueAsSalesforceReadsIt() throws IOException {
        assertThat(cell(Cell.of(Instant.parse("2024-05-17T14:03:22.987654Z")))).isEqualTo("2024-05-17T14:03:22.987Z");
        assertThat(cell(Cell.of(LocalDate.parse("2024-05-17")))).isEqualTo("2024-05-17");
        assertThat(cell(Cell.of(true))).isEqualTo("true");
        assertThat(cell(Cell.of(1_234_567L))).isEqualTo("1234567");
        assertThat(cell(Cell.of(new BigDecimal("1E+3")))).isEqualTo("1000");
        assertThat(cell(Cell.of(" kept "))).isEqualTo(" kept ");
    }

    @Test
    void nullsOnlyWhereNullIsMeant() throws IOException {
        assertThat(line(Cell.nulled())).isIn("#N/A\n", "\"#N/A\"\n");
        assertThat(cell(Cell.of("#N/A"))).isEqualTo("#N/A ");
        assertThat(cell(Cell.of("#N/\u0000A"))).isEqualTo("#N/A ");
        assertThat(cell(Cell.of("not #N/A"))).isEqualTo("not #N/A");
    }

    @Test
    void endsInnerLinesWithLfAndDropsWhatXmlForbids() throws IOException {
        assertThat(line(Cell.of("a\r\nb\rc\nd"))).isEqualTo("\"a\nb\nc\nd\"\n");
        assertThat(cell(Cell.of("a\u0000b\u001fc\td\ud800e\ufffef"))).isEqualTo("abc\tdef");
        assertThat(ONE.encode(List.of(Cell.of("a\u0000b\ud800"))).removed()).isEqualTo(2);
        assertThat(cell(Cell.of("\ud83d\ude00"))).isEqualTo("\ud83d\ude00");
    }

    @ParameterizedTest
    @EnumSource
    void quotesWhateverHoldsTheDelimiter(ColumnDelimiter delimiter) throws IOException {
        var layout = new CsvLayout(List.of("A", "B"), delimiter);
        var d = delimiter.character();

        assertThat(file(layout, List.of(List.of(Cell.of("x" + d + "y"), Cell.of("z")))))
                .isEqualTo("A" + d + "B\n\"x" + d + "y\"" + d + "z\n");
    }

    @Test
    void countsRowsAndBytesOfTheFile() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new IngestCsvWriter(out, ONE)) {
            var row = ONE.encode(List.of(Cell.of("z\u00fcrich\nline")));
            var before = writer.bytes();
            writer.write(row);
            writer.write(List.of(Cell.of("nul\u0000")));

            assertThat(writer.rows()).isEqualTo(2);
            assertThat(writer.bytes()).isEqualTo(out.size()).isEqualTo(before + row.size() + 4);
            assertThat(writer.removed()).isEqualTo(1);
        }
    }

    @Test
    void refusesALongRowBeforeWritingAnyOfIt() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new IngestCsvWriter(out, ONE)) {
            var header = out.size();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.write(List.of(Cell.of("x".repeat(CsvLayout.MAX_FIELD + 1)))))
                    .withMessageContaining("Subject");
            assertThat(out.size()).isEqualTo(header);
        }
    }

    @Test
    void refusesHeadersThatSalesforceWouldRefuse() {
        assertThatIllegalArgumentException().isThrownBy(() -> CsvLayout.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> CsvLayout.of(List.of("Name", "NAME")));
        assertThatIllegalArgumentException().isThrownBy(() -> CsvLayout.of(List.of("Na,me")));
        assertThatIllegalArgumentException().isThrownBy(() -> CsvLayout.of(List.of("\ufeffName")));
        var names = IntStream.range(0, 1000)
                .mapToObj(i -> "Field_with_a_long_name_" + i + "_in_it__c")
                .toList();
        assertThatIllegalArgumentException().isThrownBy(() -> CsvLayout.of(names));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ONE.encode(Collections.nCopies(2, Cell.absent())))
                .withMessageContaining("2 cells");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ONE.encode(List.of(Cell.of("\u0000"))))
                .withMessageContaining("blank line");
    }

    @Test
    void refusesFilesThatDoNotGoWithTheOperation() {
        assertThat(IngestRequest.delete("Case").layout().columns()).containsExactly("Id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IngestRequest(
                        "Case", IngestOperation.HARD_DELETE, null, CsvLayout.of(List.of("Id", "Name"))));
        assertThatIllegalArgumentException().isThrownBy(() -> IngestRequest.update("Case", ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> IngestRequest.upsert("Case", "ASAPP_Id__c", ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IngestRequest("Case", IngestOperation.INSERT, "Key__c", ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> IngestRequest.insert("Case/../x", ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IngestChunk(0, 10, () -> {
                    throw new IOException();
                }));
    }

    private static String cell(Cell cell) throws IOException {
        var line = line(cell);
        var bare = line.substring(0, line.length() - 1);
        return bare.startsWith("\"") ? bare.substring(1, bare.length() - 1) : bare;
    }

    private static String line(Cell cell) throws IOException {
        return file(ONE, List.of(List.of(cell))).substring("Subject\n".length());
    }

    private static String file(CsvLayout layout, List<List<Cell>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new IngestCsvWriter(out, layout)) {
            for (var row : rows) {
                writer.write(row);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
