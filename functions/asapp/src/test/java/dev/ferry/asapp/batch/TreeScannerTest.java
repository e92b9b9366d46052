package dev.ferry.asapp.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeScannerTest {
    private static final String ROW = "{\"conversation_id\":\"01A\",\"customer_id\":\"%s\"}";

    /// Both scanners refuse the same bytes: what a parser makes of other encodings is no row.
    @Test
    void refusesBytesThatAreNotUtf8() throws IOException {
        byte[] half = ROW.formatted("\u00ED\u00A0\u0080").getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = ("\uFEFF" + ROW.formatted("x")).getBytes(StandardCharsets.UTF_16BE);

        assertThat(scan(half)).isEqualTo(ScannedLine.Rejected.NOT_UTF8);
        assertThat(scan(utf16)).isEqualTo(ScannedLine.Rejected.NOT_UTF8);
        assertThat(scan(ROW.formatted("\u00ED").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ScannedLine.Row.class);
    }

    private static ScannedLine scan(byte[] line) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(line), 10_000);
        assertThat(reader.next()).isTrue();
        return new TreeScanner(
                        FeedCatalogue.standard().feed("fx_staging_conversation_state"), List.of("conversation_id"))
                .scan(reader);
    }
}
