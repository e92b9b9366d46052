package dev.ferry.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ferry.core.tally.InMemoryTallyStore;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunCostTest {
    private static final PriceTable PRICES = PriceTable.standard();
    private static final UsedUnits SOME = UsedUnits.NONE
            .plus(BillingUnit.GB_SECONDS, 2.5)
            .plus(BillingUnit.REQUESTS, 1)
            .plus(BillingUnit.WRITE_UNITS, 1_000);

    @Test
    void comesBackFromItsTally() {
        Bill bill = new Bill("load", "8476a536-e9f4-11e8-9739-2dfe598c3fcd", SOME);

        assertThat(Bill.of(bill.tally())).isEqualTo(bill);
    }

    @Test
    void addsUpByPhaseAndCountsARepeatAgain() {
        RunCost cost = RunCost.of(
                PRICES,
                Stream.of(new Bill("extract", "1", SOME), new Bill("load", "2", SOME), new Bill("load", "3", SOME)));

        // 2.5 x 0.0000133334 + 0.0000002 + 1,000 x 0.000000625
        assertThat(cost.of("extract")).isCloseTo(0.000658534, within(1e-9));
        assertThat(cost.of("load")).isCloseTo(0.001317067, within(1e-9));
        assertThat(cost.total()).isCloseTo(0.001975601, within(1e-9));
        assertThat(cost.perThousand(500).orElseThrow()).isCloseTo(0.003951201, within(1e-9));
        assertThat(cost.perThousand(0)).isEmpty();
    }

    @Test
    void countsAnInvocationOnceThatIsPutTwice() {
        InMemoryTallyStore tallies = new InMemoryTallyStore();
        tallies.put("r1", new Bill("load", "1", SOME).tally());
        tallies.put("r1", new Bill("load", "1", SOME).tally());

        RunCost cost = RunCost.of(PRICES, tallies.of("r1", Bill.TALLIED).map(Bill::of));

        assertThat(cost.total()).isEqualTo(PRICES.of(SOME));
    }
}
