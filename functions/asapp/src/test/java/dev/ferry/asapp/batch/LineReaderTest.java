package dev.ferry.asapp.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void givesLinesWithTheirNumbers() throws IOException {
        assertThat(lines("one\ntwo\r\n\nthree", 100)).containsExactly("1:one", "2:two", "3:", "4:three");
    }

    @Test
    void skipsALineBeyondTheLimitAndGoesOn() throws IOException {
        assertThat(lines("short\n" + "x".repeat(600_000) + "\nlast\n", 1000))
                .containsExactly("1:short", "2:!", "3:last");
    }

    @Test
    void dropsAByteOrderMark() throws IOException {
        assertThat(lines("\uFEFF{}\n{}", 100)).containsExactly("1:{}", "2:{}");
    }

    @Test
    void readsLinesLongerThanTheBuffer() throws IOException {
        String longLine = "y".repeat(900_000);
        assertThat(lines(longLine + "\nz", 1_000_000)).containsExactly("1:" + longLine, "2:z");
    }

    private static List<String> lines(String text, int limit) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limit);
        List<String> lines = new ArrayList<>();
        while (reader.next()) {
            String line = new String(reader.buffer(), reader.start(), reader.length(), StandardCharsets.UTF_8);
            lines.add(reader.number() + ":" + (reader.oversized() ? "!" : line));
        }
        return lines;
    }
}
