package dev.ferry.asapp.fold;

import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.LocalDirectorySource;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// How long reading and assembling an export takes on one core, in memory.
///
/// It reads the export in the directory `ferry.export`, tenant `ferry.company`, for example one that
/// `dev.ferry.local.sample.SampleExport` wrote. Divide the bytes that extraction counts by the time it prints.
///
/// ```
/// ./mvnw -q -Dquick -pl functions/asapp -am test-compile
/// java -Dferry.export=DIR -Dferry.company=gardenco -cp CLASSPATH dev.ferry.asapp.fold.FoldBenchmark
/// ```
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(0)
public class FoldBenchmark {
    private InMemoryMigration extracted = migration();

    /// Starts the benchmark.
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder().include(FoldBenchmark.class.getName()).build()).run();
    }

    /// Extracts once, so that assembly alone can be measured.
    @Setup(Level.Trial)
    public void extractOnce() {
        extracted = migration();
        extracted.extract("batch/");
    }

    /// Parsing and fragmenting every file.
    @Benchmark
    public long extract() {
        InMemoryMigration migration = migration();
        migration.extract("batch/");
        return migration.sum("extract", "bytes");
    }

    /// Settling identities and folding every entity.
    @Benchmark
    public long assemble() {
        extracted.assemble();
        return extracted.sum("assemble", "staged");
    }

    private static InMemoryMigration migration() {
        return new InMemoryMigration(
                new LocalDirectorySource(Path.of(System.getProperty("ferry.export", "."))),
                FragmentSettings.of(System.getProperty("ferry.company", "gardenco")));
    }
}
