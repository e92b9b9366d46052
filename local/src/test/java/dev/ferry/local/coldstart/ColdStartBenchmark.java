package dev.ferry.local.coldstart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Starts the artifact many times and prints the median and the quickest start. `ROUNDS` is its argument.
public final class ColdStartBenchmark {
    private static final double MILLIS = 1e6;

    private ColdStartBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length == 0 ? 9 : Integer.parseInt(args[0]);
        Path artifact = Path.of(System.getProperty("ferry.root"), "functions/handlers/target/ferry-functions.jar");
        PrintStream out = System.out;
        try (StartCloud cloud = StartCloud.in(Files.createTempDirectory("cold-start"))) {
            ColdStart start = new ColdStart(artifact, cloud.environment());
            start.cold();
            List<ColdStart.Times> cold = new ArrayList<>();
            List<ColdStart.Times> primed = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                cold.add(start.cold());
                primed.add(start.primed());
            }
            print(out, "cold, process to first answer", cold);
            print(out, "primed, restored to first answer", primed);
            out.printf(Locale.ROOT, "artifact %.1f MB%n", Files.size(artifact) / 1e6);
        }
    }

    private static void print(PrintStream out, String what, List<ColdStart.Times> all) {
        out.printf(
                Locale.ROOT,
                "%s: median %.0f ms, quickest %.0f ms, of the processor %.0f ms; process to ready: median %.0f ms%n",
                what,
                sorted(all, ColdStart.Times::first).get(all.size() / 2),
                sorted(all, ColdStart.Times::first).getFirst(),
                sorted(all, ColdStart.Times::processor).get(all.size() / 2),
                sorted(all, ColdStart.Times::ready).get(all.size() / 2));
    }

    private static List<Double> sorted(List<ColdStart.Times> all, Function<ColdStart.Times, Duration> part) {
        return all.stream()
                .map(times -> part.apply(times).toNanos() / MILLIS)
                .sorted()
                .toList();
    }
}
