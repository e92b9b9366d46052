package dev.ferry.core.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// How many messages a second one core turns into records of the EmailMessage phase. Run `main`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class MappingBenchmark {
    private static final int MESSAGES = 100;

    private final CompiledPhase phase =
            Mappings.salesforce().phase("EmailMessage").orElseThrow();
    private final MappingRun run = new MappingRun(OwnerDecisions.of(Map.of(), "queue"), "b");
    private final Map<String, Object> conversation = conversation();

    /// Maps the messages of one conversation.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public List<Mapped> messages() {
        return phase.map(conversation, run);
    }

    private static Map<String, Object> conversation() {
        List<Object> messages = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            messages.add(Map.of(
                    "id",
                    "asapp:acme:msg:" + i,
                    "role",
                    i % 2 == 0 ? "CUSTOMER" : "AGENT",
                    "internal",
                    false,
                    "text",
                    "I would like to book a table for four people at seven in the evening, please.",
                    "textAvailability",
                    "PRESENT",
                    "sentAt",
                    "2026-10-18T08:16:20.648Z"));
        }
        return Map.of("id", "asapp:acme:issue:1", "subject", "Reserve Restaurant", "messages", messages);
    }

    /// Runs the benchmark.
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(MappingBenchmark.class.getSimpleName())
                        .forks(0)
                        .warmupIterations(3)
                        .measurementIterations(3)
                        .build())
                .run();
    }
}
