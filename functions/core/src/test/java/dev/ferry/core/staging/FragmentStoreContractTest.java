package dev.ferry.core.staging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.source.EntityKind;
import dev.ferry.core.tally.RecordDigest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every fragment store does, whatever it stands on. Subclasses give an empty store over [#BUCKETS].
public abstract class FragmentStoreContractTest {
    /// The number of buckets that the store is to be opened with.
    protected static final BucketCount BUCKETS = new BucketCount(4);

    private static final int LARGE_FRAGMENTS = 8;

    /// A new and empty store.
    protected abstract FragmentStore emptyStore();

    @Test
    void givesBackWhatWasPut() {
        FragmentStore store = emptyStore();
        Fragment fragment = fragment("asapp:acme:issue:1", 0, "{\"issue_id\":1}");
        store.putAll(List.of(fragment));
        assertThat(store.ofEntity(EntityKind.CONVERSATION, "asapp:acme:issue:1"))
                .containsExactly(fragment);
    }

    @Test
    void puttingAgainChangesNothing() {
        FragmentStore store = emptyStore();
        Fragment fragment = fragment("asapp:acme:issue:1", 0, "{}");
        store.putAll(List.of(fragment));
        store.putAll(List.of(fragment, fragment));
        assertThat(store.ofEntity(EntityKind.CONVERSATION, "asapp:acme:issue:1"))
                .containsExactly(fragment);
    }

    @Test
    void bearsTheMarkOfItsLastWriter() {
        FragmentStore store = emptyStore();
        Fragment fragment = fragment("asapp:acme:issue:1", 0, "{}");
        FragmentMark last = FragmentMark.of("r2", RecordDigest.of("u.jsonl", "2"));
        store.putAll(List.of(
                new Fragment(fragment.key(), fragment.rows(), FragmentMark.of("r1", RecordDigest.of("u.jsonl", "1")))));
        store.putAll(List.of(new Fragment(fragment.key(), fragment.rows(), last)));
        assertThat(store.ofEntity(EntityKind.CONVERSATION, "asapp:acme:issue:1"))
                .extracting(Fragment::mark)
                .containsExactly(last);
    }

    @Test
    void saysWhetherAnEntityHasAnyFragment() {
        FragmentStore store = emptyStore();
        store.putAll(List.of(fragment("asapp:acme:issue:11", 0, "{}")));
        assertThat(store.holds(EntityKind.CONVERSATION, "asapp:acme:issue:11")).isTrue();
        assertThat(store.holds(EntityKind.CONVERSATION, "asapp:acme:issue:1")).isFalse();
        assertThat(store.holds(EntityKind.CUSTOMER, "asapp:acme:issue:11")).isFalse();
    }

    @Test
    void keepsEntitiesApartWhoseIdsStartAlike() {
        FragmentStore store = emptyStore();
        store.putAll(List.of(fragment("asapp:acme:issue:1", 0, "{}"), fragment("asapp:acme:issue:11", 0, "{}")));
        assertThat(store.ofEntity(EntityKind.CONVERSATION, "asapp:acme:issue:1"))
                .hasSize(1);
    }

    @Test
    void streamsABucketWithTheFragmentsOfAnEntityTogether() {
        FragmentStore store = emptyStore();
        List<Fragment> all = IntStream.range(0, 120)
                .mapToObj(i -> fragment("asapp:acme:issue:" + i % 40, i / 40, "{\"row\":" + i + "}"))
                .toList();
        store.putAll(all);
        int seen = 0;
        for (int number = 0; number < BUCKETS.value(); number++) {
            Bucket bucket = new Bucket(number);
            List<Fragment> inBucket = read(store, EntityKind.CONVERSATION, bucket);
            assertThat(inBucket)
                    .allSatisfy(f -> assertThat(f.key().bucket(BUCKETS)).isEqualTo(bucket));
            assertThat(inBucket).extracting(f -> f.key().sortKey()).isSorted();
            seen += inBucket.size();
        }
        assertThat(seen).isEqualTo(120);
    }

    @Test
    void doesNotMixKinds() {
        FragmentStore store = emptyStore();
        store.putAll(List.of(fragment("asapp:acme:issue:1", 0, "{}")));
        for (int number = 0; number < BUCKETS.value(); number++) {
            assertThat(read(store, EntityKind.CUSTOMER, new Bucket(number))).isEmpty();
        }
    }

    @Test
    void holdsFragmentsOfFullSize() {
        FragmentStore store = emptyStore();
        List<Fragment> large = IntStream.range(0, LARGE_FRAGMENTS)
                .mapToObj(i -> fragment("asapp:acme:issue:7", i, incompressible(Fragment.MAX_BYTES - 100, i)))
                .toList();
        store.putAll(large);
        assertThat(store.ofEntity(EntityKind.CONVERSATION, "asapp:acme:issue:7"))
                .isEqualTo(large);
    }

    private static List<Fragment> read(FragmentStore store, EntityKind kind, Bucket bucket) {
        try (Stream<Fragment> fragments = store.bucket(kind, bucket)) {
            return fragments.toList();
        }
    }

    private static Fragment fragment(String entity, int chunk, String row) {
        return new Fragment(
                new FragmentKey(
                        EntityKind.CONVERSATION, entity, "utterances", "dt=2026-07-05/hr=14/mi=00", "u.jsonl", chunk),
                List.of(new FragmentRow(
                        0, chunk + 1L, new FragmentRow.Payload.Inline(row.getBytes(StandardCharsets.UTF_8)))));
    }

    private static String incompressible(int length, long seed) {
        return new Random(seed)
                .ints(length, 33, 127)
                .collect(StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
                .toString();
    }
}
