package dev.ferry.asapp;

import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.LocalDirectorySource;
import dev.ferry.core.json.Selection;
import dev.ferry.core.json.SelectiveReader;
import dev.ferry.core.mapping.CompileResult;
import dev.ferry.core.mapping.CompiledMapping;
import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.mapping.MappingCompiler;
import dev.ferry.core.mapping.MappingRun;
import dev.ferry.core.mapping.OwnerDecisions;
import dev.ferry.core.mapping.schema.SourceSchema;
import dev.ferry.core.mapping.schema.TargetSchemaJson;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// From batch bytes to target records on one core, in memory: what each step costs in processor time.
///
/// Reads the export in `ferry.export` of the tenant `ferry.company` round after round and prints, for each,
/// megabytes of input per second of processor time. The first rounds warm the compiler up; the last ones count.
/// With `ferry.copies` every conversation stands so often in the same files, see [EnlargedExport].
///
/// Mapping reads each canonical record once, as much of it as any phase of its kind reads, and maps it with all of
/// them. That is kinder than AWS, where every phase reads the records anew, as much as it reads itself: with
/// `ferry.apart` it is done so here.
///
/// ```
/// ./mvnw -q -Dquick -pl functions/asapp -am test-compile
/// java -Dferry.root=. -Dferry.export=DIR -Dferry.company=tyrellium -cp CLASSPATH dev.ferry.asapp.PipelineBenchmark
/// ```
public final class PipelineBenchmark {
    private static final int ROUNDS = Integer.getInteger("ferry.rounds", 25);
    private static final int COPIES = Integer.getInteger("ferry.copies", 1);
    private static final double MEGABYTE = 1e6;
    private static final boolean APART = Boolean.getBoolean("ferry.apart");

    private final Path export;
    private final FragmentSettings settings = FragmentSettings.of(System.getProperty("ferry.company", "gardenco"));
    private final CompiledMapping mapping = mapping();

    private PipelineBenchmark(Path export) {
        this.export = export;
    }

    /// Runs the rounds.
    public static void main(String[] args) throws IOException {
        Path export = Path.of(System.getProperty("ferry.export", "."));
        if (COPIES > 1) {
            Path enlarged = Files.createTempDirectory("export");
            try {
                EnlargedExport.write(export, enlarged, COPIES);
                rounds(enlarged);
            } finally {
                delete(enlarged);
            }
        } else {
            rounds(export);
        }
    }

    private static void delete(Path tree) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(tree)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    private static void rounds(Path export) throws IOException {
        PipelineBenchmark benchmark = new PipelineBenchmark(export);
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.printf("round %d  %s%n", round, benchmark.round());
        }
    }

    private Round round() throws IOException {
        long start = processorTime();
        InMemoryMigration migration = new InMemoryMigration(new LocalDirectorySource(export), settings);
        migration.extract("batch/");
        long extracted = processorTime();
        migration.assemble();
        long assembled = processorTime();
        long records = map(migration);
        return new Round(
                migration.sum("extract", "bytes"),
                extracted - start,
                assembled - extracted,
                processorTime() - assembled,
                records);
    }

    private long map(InMemoryMigration migration) throws IOException {
        MappingRun run = new MappingRun(OwnerDecisions.of(Map.of(), "queue"), "b");
        long records = 0;
        for (EntityKind kind : EntityKind.values()) {
            for (int number = 0; number < migration.buckets.value(); number++) {
                records += map(migration.sinks.bytes(kind, new Bucket(number)), kind, run);
            }
        }
        return records;
    }

    private long map(byte[] lines, EntityKind kind, MappingRun run) throws IOException {
        List<CompiledPhase> phases =
                mapping.phases().stream().filter(phase -> phase.from() == kind).toList();
        long records = 0;
        for (List<CompiledPhase> together :
                APART ? phases.stream().map(List::of).toList() : List.of(phases)) {
            records += map(lines, together, run);
        }
        return records;
    }

    private static long map(byte[] lines, List<CompiledPhase> phases, MappingRun run) throws IOException {
        Selection reads = phases.stream().map(CompiledPhase::reads).reduce(Selection.NOTHING, Selection::plus);
        long records = 0;
        try (SelectiveReader canonical = new SelectiveReader(new ByteArrayInputStream(lines), reads)) {
            for (Map<String, Object> one = canonical.next(); one != null; one = canonical.next()) {
                for (CompiledPhase phase : phases) {
                    records += phase.map(one, run).size();
                }
            }
        }
        return records;
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static CompiledMapping mapping() {
        Path mappings = Path.of(System.getProperty("ferry.root", "."), "mappings");
        try {
            String target = Files.readString(mappings.resolve("tests/salesforce.target.json"));
            return switch (new MappingCompiler()
                    .compile(
                            mappings.resolve("salesforce.yaml"),
                            SourceSchema.canonical(),
                            TargetSchemaJson.read(target))) {
                case CompileResult.Compiled(CompiledMapping compiled) -> compiled;
                case CompileResult.Refused refused -> throw new IllegalStateException(refused.toString());
            };
        } catch (IOException e) {
            throw new IllegalStateException("the mapping of Salesforce is not there", e);
        }
    }

    /// Processor time of one round. *Units*: bytes, nanoseconds.
    private record Round(long bytes, long extract, long assemble, long map, long records) {
        @Override
        public String toString() {
            return "%.1f MB/s  (extract %.1f, assemble %.1f, map %.1f MB/s; %d records)"
                    .formatted(speed(extract + assemble + map), speed(extract), speed(assemble), speed(map), records);
        }

        private double speed(long nanos) {
            return bytes / MEGABYTE / (nanos / 1e9);
        }
    }
}
