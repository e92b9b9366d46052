package dev.ferry.core.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.core.failure.FerryException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FragmentEncodingTest {
    /// Split 0, line 1, inline, two bytes.
    private static final byte[] PLAIN_ROWS = HexFormat.of().parseHex("000100027b7d");

    @Property
    void givesRowsBack(@ForAll @Size(max = 30) List<@CharRange(from = '"', to = '.') String> texts) {
        List<FragmentRow> rows = IntStream.range(0, texts.size())
                .mapToObj(i -> row(i, texts.get(i)))
                .toList();
        assertThat(FragmentEncoding.decode(FragmentEncoding.encode(rows))).isEqualTo(rows);
    }

    @Test
    void givesManyRowsBackThatShareTheirNames() {
        List<FragmentRow> rows = IntStream.range(0, 900)
                .mapToObj(i -> row(i, "{\"id\":%d,\"text\":\"row %h of many, %s\"}".formatted(i, i * 7919, i % 3)))
                .toList();
        EncodedRows encoded = FragmentEncoding.encode(rows);
        assertThat(encoded.bytes()[0]).as("deflated").isEqualTo((byte) 4);
        assertThat(FragmentEncoding.decode(encoded)).isEqualTo(rows);
    }

    @Test
    void leavesOutWhatTheRowBeforeHas() {
        String row = "{\"company_name\":\"acme\",\"issue_id\":1,\"event_ts\":\"2026-08-18 12:30:0%d\",\"kind\":\"a\"}";
        int one = FragmentEncoding.encode(List.of(row(1, row.formatted(1)))).bytes().length;
        int two = FragmentEncoding.encode(List.of(row(1, row.formatted(1)), row(2, row.formatted(2))))
                .bytes()
                .length;
        assertThat(two - one).isLessThan(14);
    }

    @Test
    void keepsPointersBetweenRows() {
        FragmentRow pointer =
                new FragmentRow(3, 2, new FragmentRow.Payload.Pointer(BodyHash.of(new byte[] {1, 2}), 400_000));
        List<FragmentRow> rows = List.of(row(1, "{\"a\":1,\"b\":2}"), pointer, row(3, "{\"a\":1,\"b\":3}"));
        assertThat(FragmentEncoding.decode(FragmentEncoding.encode(rows))).isEqualTo(rows);
    }

    @Test
    void readsWhatEarlierVersionsWrote() {
        byte[] plain = PLAIN_ROWS;
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        byte[] deflated = new byte[100];
        deflater.setInput(plain);
        deflater.finish();
        int length = deflater.deflate(deflated);
        deflater.end();
        List<FragmentRow> rows = List.of(row(1, "{}"));
        assertThat(FragmentEncoding.decode(version(1, plain))).isEqualTo(rows);
        assertThat(FragmentEncoding.decode(version(2, Arrays.copyOf(deflated, length))))
                .isEqualTo(rows);
    }

    @Test
    void refusesALaterVersion() {
        assertThatThrownBy(() -> FragmentEncoding.decode(version(9, new byte[1])))
                .isInstanceOf(FerryException.class)
                .hasMessageContaining("version 9");
    }

    private static EncodedRows version(int version, byte[] rest) {
        byte[] bytes = new byte[rest.length + 1];
        bytes[0] = (byte) version;
        System.arraycopy(rest, 0, bytes, 1, rest.length);
        return new EncodedRows(bytes);
    }

    private static FragmentRow row(long line, String text) {
        return new FragmentRow(0, line, new FragmentRow.Payload.Inline(text.getBytes(StandardCharsets.UTF_8)));
    }
}
