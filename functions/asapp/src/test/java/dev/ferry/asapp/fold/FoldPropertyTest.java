package dev.ferry.asapp.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.core.identity.InMemoryIdentityStore;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentKey;
import dev.ferry.core.staging.FragmentRow;
import dev.ferry.core.staging.InMemoryBodyStore;
import dev.ferry.core.staging.InMemoryFragmentStore;
import dev.ferry.core.staging.InMemoryNamedLists;
import dev.ferry.core.staging.InMemoryRecordSinks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// The algebra of the fold: the same rows give the same bytes, in whatever order, pieces and number they come.
class FoldPropertyTest {
    private static final BucketCount ONE = new BucketCount(1);
    private static final String ISSUE = "asapp:acme:issue:1";

    @Property(tries = 100)
    void sameRowsGiveTheSameRecord(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 400) Integer> picks, @ForAll long seed) {
        List<Row> rows = new ArrayList<>(
                picks.stream().map(FoldPropertyTest::row).distinct().toList());
        rows.add(new Row("convos_metadata", "dt=2026-07-05/hr=14/mi=00/version=1", 9999, metadata(0)));
        byte[] once = assemble(List.of(rows));

        Random random = new Random(seed);
        List<Row> mixed = new ArrayList<>(rows);
        rows.forEach(row -> {
            if (random.nextBoolean()) {
                mixed.add(row);
            }
        });
        Collections.shuffle(mixed, random);
        int cut = random.nextInt(mixed.size() + 1);
        byte[] again = assemble(List.of(mixed.subList(0, cut), mixed.subList(cut, mixed.size())));
        assertThat(new String(again, StandardCharsets.UTF_8)).isEqualTo(new String(once, StandardCharsets.UTF_8));
    }

    private static byte[] assemble(List<List<Row>> chunks) {
        InMemoryFragmentStore store = new InMemoryFragmentStore(ONE);
        int chunk = 0;
        for (List<Row> rows : chunks) {
            for (Row row : rows) {
                store.putAll(List.of(new Fragment(
                        new FragmentKey(
                                EntityKind.CONVERSATION, ISSUE, row.feed, row.partition, row.feed + ".jsonl", chunk++),
                        List.of(new FragmentRow(
                                0,
                                row.line,
                                new FragmentRow.Payload.Inline(row.json.getBytes(StandardCharsets.UTF_8)))))));
            }
        }
        InMemoryRecordSinks sinks = new InMemoryRecordSinks();
        new AssembleBucket(
                        new AssemblyPorts(
                                store,
                                new InMemoryBodyStore(),
                                new InMemoryIdentityStore(),
                                sinks,
                                new InMemoryNamedLists(),
                                "r1"),
                        FeedCatalogue.standard(),
                        AssemblySettings.standard())
                .run(EntityKind.CONVERSATION, new Bucket(0));
        return sinks.bytes(EntityKind.CONVERSATION, new Bucket(0));
    }

    /// The row of a number: the same number is the same place in the export, so it holds the same text.
    private static Row row(int pick) {
        String partition = "dt=2026-07-05/hr=%02d/mi=00/version=1".formatted(pick % 3 + 12);
        return switch (pick % 2) {
            case 0 -> new Row("convos_metadata", partition, pick, metadata(pick % 7));
            default -> new Row("utterances", partition, pick, utterance(pick));
        };
    }

    private static String metadata(int version) {
        return "{\"issue_id\":1,\"last_event_ts\":\"2026-07-05 14:0%d:00\",\"platform\":\"v%d\"}"
                .formatted(version, version);
    }

    private static String utterance(int pick) {
        return "{\"issue_id\":\"1\",\"event_uuid\":\"u%d\",\"created_ts\":\"2026-07-05T14:00:0%d\",\"sender_type\":\"customer\",\"utterance\":\"t%d\"}"
                .formatted(pick % 5, pick % 5, pick);
    }

    private record Row(String feed, String partition, long line, String json) {}
}
