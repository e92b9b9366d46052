package dev.ferry.local.coldstart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Starts the artifact many times and prints the median and the slowest start. `ROUNDS` is its argument.
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
        List<Double> first = all.stream()
                .map(times -> times.first().toNanos() / MILLIS)
                .sorted()
                .toList();
        List<Double> ready = all.stream()
                .map(times -> times.ready().toNanos() / MILLIS)
                .sorted()
                .toList();
        out.printf(
                Locale.ROOT,
                "%s: median %.0f ms, slowest %.0f ms; process to ready: median %.0f ms%n",
                what,
                first.get(first.size() / 2),
                first.getLast(),
                ready.get(ready.size() / 2));
    }
}
