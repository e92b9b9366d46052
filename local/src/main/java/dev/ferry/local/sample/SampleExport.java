package dev.ferry.local.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/// Writes an invented export: batch feeds, the client's crosswalk files, and what a reader has to find.
///
/// *Shape*: `batch/` with the feeds, `crosswalk/customers.csv`, `crosswalk/agents.csv`, `expected.json`. It holds
/// in small: merges, transfers, notes, whispers, restated and repeated rows, poison lines, an hour that was never
/// completed, an empty hour, anonymous people, people with several ids, free mail, a domain without a company, a
/// disabled agent, one without an address, and times in eight spellings.
public final class SampleExport {
    /// The tenant of the export.
    public static final String COMPANY = "gardenco";

    private static final Instant FIRST_DAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final int CONVERSATIONS_A_DAY = 200;
    private static final List<String> POISON = List.of(
            "{\"issue_id\":5000000,\"created_ts\":\"2026-03-02 08:00:00\"",
            "{\"created_ts\":\"2026-03-02 08:00:00\",\"utterance\":\"whose is this?\"}",
            "{\"issue_id\":5000000,\"created_ts\":\"soon\"}",
            "[]");

    private SampleExport() {}

    /// Writes the export into a directory; the same arguments write the same bytes.
    public static void write(Path dir, long seed, int conversations) {
        Random random = new Random(seed);
        SamplePartitions export = new SamplePartitions();
        Instant lost = FIRST_DAY.plus(2, ChronoUnit.HOURS);
        export.leaveUnfinished("utterances", lost);
        export.addEmpty("transfers", FIRST_DAY.minus(3, ChronoUnit.HOURS));
        int merged = 0;
        for (int number = 0; number < conversations; number++) {
            SampleConversation conversation = new SampleConversation(
                    export, random, new SamplePerson(personOf(number, conversations)), number, startOf(number));
            conversation.write();
            merged += conversation.merged() ? 1 : 0;
        }
        POISON.forEach(line -> export.add("utterances", FIRST_DAY, line));
        SampleCatalogues.write(export, random, FIRST_DAY);
        try {
            export.write(dir.resolve("batch"));
            SampleCrosswalk.write(dir.resolve("crosswalk"), people(conversations));
            Files.writeString(
                    dir.resolve("expected.json"),
                    "{\"company\":\"%s\",\"issues\":%d,\"mergedIssues\":%d,\"conversations\":%d,\"rejected\":%d}%n"
                            .formatted(COMPANY, conversations, merged, conversations - merged, POISON.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the sample export to " + dir, e);
        }
    }

    /// How many people the export knows; of every two conversations one is with somebody already known.
    private static int people(int conversations) {
        return Math.max(7, conversations / 2);
    }

    private static int personOf(int number, int conversations) {
        int merge = number % 20 == 9 ? number - 1 : number;
        return merge % people(conversations);
    }

    private static Instant startOf(int number) {
        long day = number / CONVERSATIONS_A_DAY;
        return FIRST_DAY.plus(day, ChronoUnit.DAYS).plusSeconds(number % CONVERSATIONS_A_DAY * 150L);
    }
}
