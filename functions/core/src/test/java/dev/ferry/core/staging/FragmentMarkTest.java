package dev.ferry.core.staging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.tally.RecordDigest;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FragmentMarkTest {
    @Property
    void isReadBackFromItsBits(@ForAll int run, @ForAll int unit) {
        FragmentMark mark = new FragmentMark(run, unit);
        assertThat(FragmentMark.ofBits(mark.bits())).isEqualTo(mark);
        assertThat(mark.unitNumber()).isBetween(0L, 0xFFFF_FFFFL);
    }

    @Property
    void noRunHasTheMarkOfWhatNoRunWrote(@ForAll String runId) {
        assertThat(FragmentMark.runOf(runId)).isPositive();
    }

    @Test
    void isTheSameForARepeatAndAnotherForAnotherRunOrStateOfTheFile() {
        FragmentMark mark = FragmentMark.of("r1", RecordDigest.of("a.jsonl", "1:x"));
        assertThat(FragmentMark.of("r1", RecordDigest.of("a.jsonl", "1:x"))).isEqualTo(mark);
        assertThat(FragmentMark.of("r2", RecordDigest.of("a.jsonl", "1:x")).run())
                .isNotEqualTo(mark.run());
        assertThat(FragmentMark.of("r1", RecordDigest.of("a.jsonl", "2:y")).unit())
                .isNotEqualTo(mark.unit());
    }

    @Test
    void takesTheLowestBitsOfTheStateOfItsUnit() {
        RecordDigest state = new RecordDigest(BigInteger.ONE.shiftLeft(200).add(BigInteger.TEN));
        assertThat(FragmentMark.of("r1", state).unitNumber()).isEqualTo(10);
    }
}
