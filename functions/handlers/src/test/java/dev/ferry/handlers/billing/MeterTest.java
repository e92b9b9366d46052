package dev.ferry.handlers.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.handlers.aws.Parallel;
import dev.ferry.handlers.billing.Meter.Used;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeterTest {
    @Test
    void countsWhatTheThreadsOfAnInvocationUse() {
        Meter meter = new Meter();
        meter.running(() -> new Parallel(4).all(Collections.nCopies(20, MeterTest::write)));
        assertThat(meter.of(Used.WRITE_UNITS)).isEqualTo(20);
    }

    @Test
    void endsWithTheInvocation() {
        Meter outer = new Meter();
        outer.running(() -> new Meter().running(MeterTest::write));
        assertThat(outer.of(Used.WRITE_UNITS)).isZero();
        assertThat(Meter.current()).isEmpty();
    }

    private static Optional<Meter> write() {
        Meter.current().orElseThrow().add(Used.WRITE_UNITS, 1);
        return Meter.current();
    }
}
