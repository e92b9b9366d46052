package dev.ferry.asapp.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.core.identity.IdentityEntry;
import dev.ferry.core.identity.IdentitySpace;
import dev.ferry.core.identity.InMemoryIdentityStore;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentKey;
import dev.ferry.core.staging.FragmentMark;
import dev.ferry.core.staging.FragmentRow;
import dev.ferry.core.staging.InMemoryBodyStore;
import dev.ferry.core.staging.InMemoryFragmentStore;
import dev.ferry.core.staging.InMemoryNamedLists;
import dev.ferry.core.staging.InMemoryRecordSinks;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Every fragment is gathered once, whichever members of a group have rows and wherever they are stored.
class EntityGatheringTest {
    private static final BucketCount BUCKETS = new BucketCount(5);
    private static final String RUN = "r1";

    private final InMemoryFragmentStore fragments = new InMemoryFragmentStore(BUCKETS);
    private final InMemoryIdentityStore identities = new InMemoryIdentityStore();

    @Test
    void theFirstAliasWithRowsStandsInForACanonicalIdThatHasNone() {
        group(List.of(1, 3, 5));
        put(3);
        put(5);
        List<GatheredEntity> gathered = gather();
        assertThat(gathered).singleElement().satisfies(entity -> {
            assertThat(entity.id()).isEqualTo(id(1));
            assertThat(entity.aliases()).containsExactly(id(3), id(5));
            assertThat(entity.fragments()).hasSize(2);
        });
    }

    @Property(tries = 200)
    void everyFragmentIsGatheredOnce(
            @ForAll @Size(max = 6) List<@Size(min = 1, max = 4) List<@IntRange(max = 30) Integer>> groups,
            @ForAll @NotEmpty Set<@IntRange(max = 30) Integer> withRows) {
        EntityGatheringTest fresh = new EntityGatheringTest();
        Set<Integer> taken = new HashSet<>();
        groups.forEach(members -> {
            List<Integer> own = members.stream().distinct().filter(taken::add).toList();
            if (own.size() > 1) {
                fresh.group(own);
            }
        });
        withRows.forEach(fresh::put);
        List<Fragment> gathered = fresh.gather().stream()
                .flatMap(entity -> entity.fragments().stream())
                .toList();
        assertThat(gathered).extracting(Fragment::key).doesNotHaveDuplicates();
        assertThat(gathered).hasSize(withRows.size());
    }

    @Test
    void countsTheFragmentsOfItsRunByChannelAndAddsUpTheirMarks() {
        FragmentMark mark = FragmentMark.of(RUN, RecordDigest.of("a", "1"));
        put(1, "utterances", mark);
        put(1, "journey", mark);
        put(2, "utterances", mark);
        put(2, "convos_metadata", FragmentMark.of("r0", RecordDigest.of("a", "1")));
        put(2, Contributions.CONVERSATIONS, FragmentMark.NONE);
        Tally tally = all();
        assertThat(tally.count("folded.batch")).isEqualTo(2);
        assertThat(tally.count("folded.realtime")).isEqualTo(1);
        assertThat(tally.count("folded.crosswalk")).isZero();
        assertThat(tally.count("foldedMarks")).isEqualTo(3 * mark.unitNumber());
    }

    private Tally all() {
        return IntStream.range(0, BUCKETS.value())
                .mapToObj(number -> run(new Bucket(number)).finish())
                .reduce((one, other) -> {
                    SortedMap<String, Long> sum = new TreeMap<>(one.counts());
                    other.counts().forEach((term, count) -> sum.merge(term, count, Long::sum));
                    return Tally.of(AssembleBucket.PHASE, "all", sum);
                })
                .orElseThrow();
    }

    private List<GatheredEntity> gather() {
        List<GatheredEntity> gathered = new ArrayList<>();
        for (int number = 0; number < BUCKETS.value(); number++) {
            gathering().forEachPage(bucketRun(new Bucket(number)), gathered::addAll);
        }
        return gathered;
    }

    private BucketRun run(Bucket bucket) {
        BucketRun run = bucketRun(bucket);
        gathering().forEachPage(run, _ -> {});
        return run;
    }

    private EntityGathering gathering() {
        return new EntityGathering(ports(), Optional.of(IdentitySpace.CONVERSATION));
    }

    private BucketRun bucketRun(Bucket bucket) {
        return new BucketRun(EntityKind.CONVERSATION, bucket, ports(), FeedCatalogue.standard(), false);
    }

    private AssemblyPorts ports() {
        return new AssemblyPorts(
                fragments,
                new InMemoryBodyStore(),
                identities,
                new InMemoryRecordSinks(),
                new InMemoryNamedLists(),
                RUN);
    }

    private void group(Collection<Integer> members) {
        CanonicalId first = members.stream()
                .map(EntityGatheringTest::id)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        identities.putAll(members.stream()
                .map(member -> new IdentityEntry(IdentitySpace.CONVERSATION, id(member), first))
                .toList());
    }

    private void put(int issue) {
        put(issue, "utterances", FragmentMark.of(RUN, RecordDigest.of("a", "1")));
    }

    private void put(int issue, String feed, FragmentMark mark) {
        byte[] row = "{\"issue_id\":%d}".formatted(issue).getBytes(StandardCharsets.UTF_8);
        fragments.putAll(List.of(new Fragment(
                new FragmentKey(
                        EntityKind.CONVERSATION, id(issue).value(), feed, "dt=2026-07-05/hr=14/mi=00", "f.jsonl", 0),
                List.of(new FragmentRow(0, 1, new FragmentRow.Payload.Inline(row))),
                mark)));
    }

    private static CanonicalId id(int issue) {
        return new CanonicalId("asapp:acme:issue:%02d".formatted(issue));
    }
}
