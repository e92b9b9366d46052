package dev.ferry.local.asapp.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.asapp.tenant.LimitRules;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SpikeArrestPropertyTest {
    private static final LimitRules RULES = LimitRules.assumed();

    @Property(tries = 200)
    void smoothedNeverAdmitsMoreInASecondThanTheRateAndTheBurst(
            @ForAll @Size(min = 1, max = 400) List<@LongRange(min = 0, max = 12_000_000) Long> gaps) {
        SpikeArrest arrest = SpikeArrest.of(LimitRules.SpikeArrest.SMOOTHED);
        List<Long> admitted = new ArrayList<>();
        long now = 0;
        for (long gap : gaps) {
            now += gap;
            if (arrest.admits(now, RULES)) {
                admitted.add(now);
            }
        }
        for (int from = 0; from < admitted.size(); from++) {
            long end = admitted.get(from) + Gate.SECOND;
            assertThat(admitted.stream().skip(from).filter(moment -> moment < end))
                    .hasSizeLessThan(RULES.rps() + RULES.spikeBurst());
        }
    }
}
