package dev.ferry.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.tally.Tally;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LoadPropertyTest {

    @Property(tries = 300)
    void deathAtAnyPointEndsWhereAnUndisturbedRunEnds(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int count) {
        List<StagedRecord> records = IntStream.range(0, count)
                .mapToObj(number -> LoadBench.record(number, "subject " + number))
                .toList();
        LoadBench disturbed = new LoadBench(new FakeTarget(new Crasher(seed, 0.3)), new ChunkLimits(7, 1 << 20, 3));
        LoadBench undisturbed = new LoadBench(new FakeTarget(Crasher.never()), new ChunkLimits(7, 1 << 20, 3));
        PhaseRun run = LoadBench.run("r1");
        disturbed.stage(run, records);
        undisturbed.stage(run, records);

        Tally tally = disturbed.load(run);

        assertThat(tally).isEqualTo(undisturbed.load(run));
        assertThat(tally.count("created")).isEqualTo(count);
        assertThat(disturbed.target.inserts).isEqualTo(count);
        assertThat(disturbed.target.contents()).isEqualTo(undisturbed.target.contents());
        assertThat(disturbed.readBack(run).digest()).isEqualTo(tally.digest());
    }
}
