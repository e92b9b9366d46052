package dev.ferry.handlers.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.cost.Bill;
import dev.ferry.core.cost.UsedUnits;
import dev.ferry.handlers.aws.Parallel;
import dev.ferry.handlers.billing.Meter.Used;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

    @Test
    void putsTheBillWhereTheRunSaysAndNowhereWithoutARun() {
        List<Bill> bills = new ArrayList<>();
        Bill bill = new Bill("load", "1", UsedUnits.NONE);

        new Meter().put(bill);
        Meter ofRun = new Meter();
        ofRun.billTo(bills::add);
        ofRun.put(bill);

        assertThat(bills).containsExactly(bill);
    }

    private static Optional<Meter> write() {
        Meter.current().orElseThrow().add(Used.WRITE_UNITS, 1);
        return Meter.current();
    }
}
