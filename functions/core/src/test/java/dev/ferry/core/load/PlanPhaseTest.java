package dev.ferry.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.mapping.Mapped;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.TargetRecord;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanPhaseTest {
    private static final int RECORDS = 20;
    private static final ObjectName TASK = new ObjectName("Task");

    private final LoadBench bench = new LoadBench(new FakeTarget(Crasher.never()), new ChunkLimits(10, 1 << 20, 3));
    private final InMemoryLedger notes = new InMemoryLedger();
    private final PhaseRun cases = LoadBench.run("r1");
    private final PhaseRun tasks = new PhaseRun("r1", "Task", TASK, 2);

    @Test
    void countsWhatTheRunThenDoesAndKeepsNothingButNotes() {
        Tally planned = plan(cases, PlanPhaseTest::aCase);

        assertThat(planned.count("create")).isEqualTo(RECORDS);
        assertThat(bench.ledger.all(LoadBench.CASE)).isEmpty();
        assertThat(bench.work.list("runs/r1/load")).isEmpty();
        assertThat(notes.all(LoadBench.CASE)).hasSize(RECORDS);

        Tally staged = stage(cases);
        bench.load(cases);
        assertThat(staged.count("staged")).isEqualTo(RECORDS);
        Tally again = plan(LoadBench.run("r2"), PlanPhaseTest::aCase);
        assertThat(again.count("unchanged")).isEqualTo(RECORDS);
        assertThat(again.count("create") + again.count("update")).isZero();
    }

    @Test
    void countsTheSameWhenItIsRepeated() {
        Tally first = plan(cases, PlanPhaseTest::aCase);
        assertThat(plan(cases, PlanPhaseTest::aCase)).isEqualTo(first);
    }

    @Test
    void findsWhatAnEarlierPhaseOfThePlanWouldMake() {
        assertThat(plan(tasks, PlanPhaseTest::aTask).count("quarantined"))
                .as("no phase before it has been planned")
                .isEqualTo(RECORDS);

        plan(cases, PlanPhaseTest::aCase);
        Tally planned = plan(tasks, PlanPhaseTest::aTask);

        assertThat(planned.count("create")).isEqualTo(RECORDS);
        assertThat(planned.count("quarantined")).isZero();
    }

    /// A run stages the whole phase before it loads any of it, so a record does not find another of its own phase.
    @Test
    void doesNotFindWhatItsOwnPhaseWouldMake() {
        Function<Map<String, Object>, List<Mapped>> toItself = record -> List.of(new Mapped.Record(
                TargetRecord.of(
                        LoadBench.CASE,
                        LoadBench.key(number(record)),
                        "group",
                        Map.of(
                                "Parent",
                                new FieldValue.Reference(LoadBench.CASE, LoadBench.key(number(record) / 2), true))),
                List.of()));
        plan(cases, PlanPhaseTest::aCase);

        assertThat(plan(cases, toItself).count("quarantined")).isEqualTo(RECORDS);
    }

    private Tally plan(PhaseRun phase, Function<Map<String, Object>, List<Mapped>> mapper) {
        PhaseRun planned = PlanPhase.of(phase);
        Ledger ledger = new PlannedLedger(bench.ledger, notes, planned.phase());
        StagePhase stage = new StagePhase(bench.work, ledger, bench.tallies, bench.target);
        return new PlanPhase(stage, ledger).plan(planned, new Bucket(0), canonical(), mapper);
    }

    private Tally stage(PhaseRun phase) {
        return new StagePhase(bench.work, bench.ledger, bench.tallies, bench.target)
                .stage(phase, new Bucket(0), canonical(), PlanPhaseTest::aCase);
    }

    private static Stream<Map<String, Object>> canonical() {
        return IntStream.range(0, RECORDS).mapToObj(number -> Map.<String, Object>of("number", number));
    }

    private static int number(Map<String, Object> canonical) {
        return (Integer) canonical.getOrDefault("number", 0);
    }

    private static List<Mapped> aCase(Map<String, Object> canonical) {
        int number = number(canonical);
        return List.of(new Mapped.Record(
                TargetRecord.of(
                        LoadBench.CASE,
                        LoadBench.key(number),
                        "account-" + number % 7,
                        Map.of("Subject", new FieldValue.Text("s" + number))),
                List.of()));
    }

    private static List<Mapped> aTask(Map<String, Object> canonical) {
        int number = number(canonical);
        return List.of(new Mapped.Record(
                TargetRecord.of(
                        TASK,
                        LoadBench.key(number),
                        "case-" + number,
                        Map.of("WhatId", new FieldValue.Reference(LoadBench.CASE, LoadBench.key(number), true))),
                List.of()));
    }
}
