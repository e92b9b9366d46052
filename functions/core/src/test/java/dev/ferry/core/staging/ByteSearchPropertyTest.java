package dev.ferry.core.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Every answer is that of a look at one byte after the other, wherever in a word the byte stands.
class ByteSearchPropertyTest {
    @Property
    void findsTheFirst(@ForAll("rows") byte[] bytes) {
        for (int from = 0; from <= bytes.length; from++) {
            int first = from;
            while (first < bytes.length && bytes[first] != ',') {
                first++;
            }
            assertThat(ByteSearch.first(',', bytes, from, bytes.length)).isEqualTo(first);
        }
    }

    @Property
    void findsTheEndOfWhatMeansItself(@ForAll("rows") byte[] bytes) {
        for (int from = 0; from <= bytes.length; from++) {
            int end = from;
            while (end < bytes.length && isPlain(bytes[end])) {
                end++;
            }
            assertThat(ByteSearch.plainEnd(bytes, from, bytes.length)).isEqualTo(end);
        }
    }

    @Property
    void tellsAscii(@ForAll("rows") byte[] bytes) {
        boolean ascii = true;
        for (byte b : bytes) {
            ascii &= b >= 0;
        }
        assertThat(ByteSearch.isAscii(bytes, 0, bytes.length)).isEqualTo(ascii);
    }

    @Example
    void looksAtNothingBehindTheRange() {
        byte[] bytes = "0123456789,\"".getBytes(StandardCharsets.US_ASCII);
        assertThat(ByteSearch.first(',', bytes, 0, 10)).isEqualTo(10);
        assertThat(ByteSearch.plainEnd(bytes, 0, 10)).isEqualTo(10);
        assertThat(ByteSearch.isAscii(new byte[] {'a', -1}, 0, 1)).isTrue();
    }

    @Provide
    Arbitrary<byte[]> rows() {
        Arbitrary<Byte> mostlyLetters = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.bytes().between((byte) 'a', (byte) 'z')),
                Tuple.of(1, Arbitraries.bytes()),
                Tuple.of(1, Arbitraries.of((byte) ',', (byte) '"', (byte) '\\', (byte) 0x1f)));
        return mostlyLetters.array(byte[].class).ofMaxSize(40);
    }

    private static boolean isPlain(byte b) {
        return (b < 0 || b >= ' ') && b != '"' && b != '\\';
    }
}
