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
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FragmentEncodingTest {
    /// Split 0, line 1, inline, two bytes.
    private static final byte[] PLAIN_ROWS = HexFormat.of().parseHex("000100027b7d");

    /// The same as the bytes that it does not share with the row before, which is none.
    private static final byte[] DIFFERENCES = HexFormat.of().parseHex("0001000200027b7d0000");

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
        assertThat(encoded.bytes()[0]).as("deflated").isEqualTo((byte) 6);
        assertThat(FragmentEncoding.decode(encoded)).isEqualTo(rows);
    }

    /// Rows of cells of several shapes, with others between them.
    @Property
    void givesCellsBack(@ForAll @Size(max = 40) List<@IntRange(max = 2_000) Integer> seeds) {
        List<FragmentRow> rows = IntStream.range(0, seeds.size())
                .mapToObj(i -> seeds.get(i) % 7 == 0 ? row(i, "{\"x\":" + seeds.get(i) + "}") : cells(i, seeds.get(i)))
                .toList();
        List<FragmentRow> back = FragmentEncoding.decode(FragmentEncoding.encode(rows));
        assertThat(back).isEqualTo(rows);
        assertThat(FragmentEncoding.encode(back)).isEqualTo(FragmentEncoding.encode(rows));
    }

    @Test
    void deflatesManyCells() {
        List<FragmentRow> rows =
                IntStream.range(0, 900).mapToObj(i -> cells(i, i * 7919)).toList();
        EncodedRows encoded = FragmentEncoding.encode(rows);
        assertThat(encoded.bytes()[0]).as("deflated").isEqualTo((byte) 6);
        assertThat(FragmentEncoding.decode(encoded)).isEqualTo(rows);
    }

    @Test
    void leavesOutCellsThatTheRowBeforeHas() {
        int one = FragmentEncoding.encode(List.of(cells(1, 8))).bytes().length;
        int same = FragmentEncoding.encode(List.of(cells(1, 8), cells(2, 8))).bytes().length;
        int other = FragmentEncoding.encode(List.of(cells(1, 8), cells(2, 38))).bytes().length;
        assertThat(same - one).as("split, line, shape and a bit for each value").isEqualTo(4);
        assertThat(other - one).isEqualTo(4 + 1 + "38".length());
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
        List<FragmentRow> rows = List.of(row(1, "{}"));
        assertThat(FragmentEncoding.decode(version(1, PLAIN_ROWS))).isEqualTo(rows);
        assertThat(FragmentEncoding.decode(version(2, deflated(PLAIN_ROWS)))).isEqualTo(rows);
        assertThat(FragmentEncoding.decode(version(3, DIFFERENCES))).isEqualTo(rows);
        byte[] withLength = concat(new byte[] {(byte) DIFFERENCES.length}, deflated(DIFFERENCES));
        assertThat(FragmentEncoding.decode(version(4, withLength))).isEqualTo(rows);
    }

    @Test
    void refusesALaterVersion() {
        assertThatThrownBy(() -> FragmentEncoding.decode(version(9, new byte[1])))
                .isInstanceOf(FerryException.class)
                .hasMessageContaining("version 9");
    }

    private static EncodedRows version(int version, byte[] rest) {
        return new EncodedRows(concat(new byte[] {(byte) version}, rest));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] deflated(byte[] plain) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            byte[] deflated = new byte[100];
            deflater.setInput(plain);
            deflater.finish();
            return Arrays.copyOf(deflated, deflater.deflate(deflated));
        }
    }

    /// A row of one of three shapes, with values that repeat.
    private static FragmentRow cells(long line, int seed) {
        List<String> names = List.of("id", "kind", "text").subList(0, 1 + seed % 3);
        String text = seed + "kind" + seed % 5;
        int digits = String.valueOf(seed).length();
        int[] places = {
            0,
            RowCells.mark(RowCells.Form.BARE, digits),
            digits,
            RowCells.mark(RowCells.Form.TEXT, "kind".length() + 1),
            0,
            RowCells.mark(seed % 2 == 0 ? RowCells.Form.NULL : RowCells.Form.TEXT, seed % 2 == 0 ? 0 : digits)
        };
        return new FragmentRow(
                0,
                line,
                new FragmentRow.Payload.Cells(new RowCells(
                        RowShape.of(names),
                        text.getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOf(places, 2 * names.size()))));
    }

    private static FragmentRow row(long line, String text) {
        return new FragmentRow(0, line, new FragmentRow.Payload.Inline(text.getBytes(StandardCharsets.UTF_8)));
    }
}
