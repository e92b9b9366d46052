package dev.ferry.asapp.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineScannerTest {
    private final FeedSpec utterances = FeedCatalogue.standard().feed("utterances");

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"issue_id\":1,\"created_ts\":\"2026-03-02 15:04:11\"}~OK",
                "{\"issue_id\":\"1\",\"created_ts\":\"2026-03-02 15:04:11\",\"utterance\":\"\\ud83d\"}~OK",
                "{\"issue_id\":1,\"created_ts\":\"2026-03-02 15:04:11\"~BAD_JSON truncated object",
                "{\"issue_id\":1,\"created_ts\":\"2026-03-02 15:04:11\",}~BAD_JSON trailing comma",
                "{'issue_id':1}~BAD_JSON single quotes",
                "{\"issue_id\":NaN}~BAD_JSON NaN is not JSON",
                "{\"issue_id\":1} {\"issue_id\":2}~BAD_JSON two objects on one line",
                "ERROR: timeout~BAD_JSON plain text",
                "[1]~WRONG_TYPE array instead of object",
                "null~WRONG_TYPE null instead of object",
                "{\"created_ts\":\"2026-03-02 15:04:11\"}~MISSING_ID issue_id absent",
                "{\"issue_id\":null,\"created_ts\":\"2026-03-02 15:04:11\"}~MISSING_ID issue_id null",
                "{\"issue_id\":\"\",\"created_ts\":\"2026-03-02 15:04:11\"}~MISSING_ID issue_id empty",
                "{\"issue_id\":\"N/A\",\"created_ts\":\"2026-03-02 15:04:11\"}~WRONG_TYPE issue_id is not a number",
                "{\"issue_id\":{\"id\":1},\"created_ts\":\"2026-03-02 15:04:11\"}~WRONG_TYPE issue_id is an object",
                "{\"issue_id\":1,\"created_ts\":\"soon\"}~WRONG_TYPE created_ts is not a timestamp",
                "{\"issue_id\":1,\"created_ts\":true}~WRONG_TYPE created_ts is a boolean"
            })
    void saysWhatIsWrongWithALine(String line, String expected) throws IOException {
        assertThat(scan(line.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws IOException {
        byte[] line = "{\"issue_id\":1,\"created_ts\":\"2026-03-02 15:04:11\",\"utterance\":\"?\"}"
                .getBytes(StandardCharsets.UTF_8);
        line[line.length - 3] = (byte) 0xC3;
        assertThat(scan(line)).isEqualTo("BAD_JSON invalid UTF-8 byte sequence");
    }

    @Test
    void namesColumnsThatDriftedFromTheSchemaFileOrTheCatalogue() throws IOException {
        SchemaFile schema =
                SchemaFile.read("export_docs.yaml", new ByteArrayInputStream("""
                schemas:
                  - tables:
                      - name: utterances
                        columns: [{name: issue_id}, {name: created_ts}, {name: mood}]
                """.getBytes(StandardCharsets.UTF_8)));
        LineScanner scanner = new LineScanner(utterances, List.of("issue_id"), schema);
        LineReader reader = new LineReader(new ByteArrayInputStream("""
                        {"issue_id":1,"created_ts":"2026-03-02 15:04:11","mood":"x","guess":2,"sender_id":3}
                        """.getBytes(StandardCharsets.UTF_8)), 10_000);
        assertThat(reader.next()).isTrue();
        assertThat(scanner.scan(reader)).isInstanceOf(ScannedLine.Row.class);
        assertThat(scanner.drifted()).containsExactly("guess", "mood", "sender_id");
        assertThat(schema.drift("utterances", "mood", false)).contains(ColumnDrift.NOT_IN_CATALOGUE);
        assertThat(schema.drift("utterances", "guess", false)).contains(ColumnDrift.NOT_IN_EITHER);
        assertThat(schema.drift("utterances", "sender_id", true)).contains(ColumnDrift.NOT_IN_SCHEMA_FILE);
        assertThat(schema.drift("utterances", "issue_id", true)).isEmpty();
        assertThat(schema.drift("transfers", "anything", false)).contains(ColumnDrift.NOT_IN_CATALOGUE);
    }

    private String scan(byte[] line) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(line), 10_000);
        assertThat(reader.next()).isTrue();
        return switch (new LineScanner(utterances, List.of("issue_id"), SchemaFile.NONE).scan(reader)) {
            case ScannedLine.Row _ -> "OK";
            case ScannedLine.Rejected(RejectReason reason, String detail) -> reason + " " + detail;
        };
    }
}
