package dev.ferry.local.events;

import dev.ferry.local.cloud.EmbeddedCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A stream of pushed events at a steady rate through the whole receiver: HTTP API, function, Firehose, bucket. All
/// of it runs in one JVM, the sender too. Five events in a hundred come twice, and each stretch of fifty is
/// shuffled.
///
/// It prints what was answered and kept, and ends with 1 when an event is missing or was refused.
///
/// ```
/// ./mvnw -q -Dquick -pl local -am test-compile
/// java --enable-native-access=ALL-UNNAMED -cp CLASSPATH dev.ferry.local.events.EventsReceiverBenchmark PER_SECOND
/// SECONDS
/// ```
public final class EventsReceiverBenchmark {
    private static final int WARM_UP = 5_000;
    private static final double MICROS_PER_MILLI = 1_000.0;
    private static final double NANOS = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private EventsReceiverBenchmark() {}

    /// Starts the measurement.
    public static void main(String[] arguments) throws IOException {
        int perSecond = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        Path work = Files.createTempDirectory("events-receiver");
        List<String> warmUp = EventSender.sequence(WARM_UP, 1);
        List<String> ids = EventSender.sequence(perSecond * seconds, 2);
        EventSender sender;
        double took;
        double processorMillis;
        try (EmbeddedCloud cloud = ReceiverCloud.start(work)) {
            new EventSender(cloud.endpoints().of("httpapi")).push(warmUp, 0);
            sender = new EventSender(cloud.endpoints().of("httpapi"));
            long start = System.nanoTime();
            long used = processorTime();
            sender.push(ids, perSecond);
            took = (System.nanoTime() - start) / NANOS;
            processorMillis = (processorTime() - used) / NANOS_PER_MILLI / ids.size();
        }
        Set<String> missing = new HashSet<>(ids);
        ReceiverCloud.kept(work).forEach(missing::remove);
        System.out.printf(
                "%d pushes in %.1f s (%.0f a second), %d events, %d refused, %d missing%n",
                ids.size(),
                took,
                ids.size() / took,
                new HashSet<>(ids).size(),
                sender.refused().size(),
                missing.size());
        System.out.printf("%.2f ms of processor time a push, compilers included%n", processorMillis);
        printWaits(sender.micros());
        System.exit(missing.isEmpty() && sender.refused().isEmpty() ? 0 : 1);
    }

    private static void printWaits(List<Long> micros) {
        System.out.printf(
                "answered after %.1f ms at the median, %.1f ms at the 99th percentile, %.1f ms at the worst%n",
                at(micros, 0.5), at(micros, 0.99), at(micros, 1));
    }

    private static long processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil((sorted.size() - 1) * share)) / MICROS_PER_MILLI;
    }
}
