package dev.ferry.asapp.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ferry.core.identity.InMemoryLinkStore;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentMark;
import dev.ferry.core.staging.FragmentRow;
import dev.ferry.core.staging.InMemoryBodyStore;
import dev.ferry.core.staging.InMemoryFragmentStore;
import dev.ferry.core.staging.InMemoryNamedLists;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class FragmentBufferTest {
    private static final String ENTITY = "asapp:acme:issue:1";

    private final InMemoryFragmentStore fragments = new InMemoryFragmentStore(new BucketCount(1));
    private final InMemoryBodyStore bodies = new InMemoryBodyStore();

    @Test
    void groupsRowsByEntityAndKeepsTheirOrder() {
        FragmentBuffer buffer = buffer(1_000_000);
        buffer.add(List.of(ENTITY), 0, 1, row("a", 1));
        buffer.add(List.of(ENTITY, "asapp:acme:issue:2"), 0, 2, row("b", 1));
        buffer.add(List.of(ENTITY), 1, 1, row("c", 1));
        assertThat(buffer.finish()).isEqualTo(2);
        assertThat(rows(ENTITY)).containsExactly("0 1 a", "0 2 b", "1 1 c");
        assertThat(rows("asapp:acme:issue:2")).containsExactly("0 2 b");
    }

    @Test
    void cutsWhatAnItemCannotHold() {
        FragmentBuffer buffer = buffer(10_000_000);
        for (int line = 1; line <= 4; line++) {
            buffer.add(List.of(ENTITY), 0, line, row("x", 100 * 1024));
        }
        assertThat(buffer.finish()).isEqualTo(2);
        assertThat(rowsOfChunks()).containsExactly(tuple(0, 2), tuple(1, 2));
    }

    @Test
    void numbersTheChunksOfEachWindow() {
        FragmentBuffer buffer = buffer(1_000);
        for (int line = 1; line <= 3; line++) {
            buffer.add(List.of(ENTITY), 0, line, row("x", 600));
        }
        assertThat(buffer.finish()).isEqualTo(2);
        assertThat(rowsOfChunks()).containsExactly(tuple(0, 2), tuple(1_000, 1));
    }

    @Test
    void pointsToARowThatIsTooLargeForAFragment() {
        FragmentBuffer buffer = buffer(10_000_000);
        buffer.add(List.of(ENTITY), 0, 1, row("x", Fragment.MAX_BYTES));
        buffer.add(List.of(ENTITY), 0, 2, row("y", 1));
        assertThat(buffer.finish()).isEqualTo(1);
        assertThat(fragments
                        .ofEntity(EntityKind.CONVERSATION, ENTITY)
                        .getFirst()
                        .rows())
                .extracting(FragmentRow::payload)
                .first()
                .isInstanceOf(FragmentRow.Payload.Pointer.class);
        assertThat(rows(ENTITY)).containsExactly("0 1 " + "x".repeat(Fragment.MAX_BYTES), "0 2 y");
    }

    /// How many rows each chunk of the entity has, by its number.
    private List<Tuple> rowsOfChunks() {
        return fragments.ofEntity(EntityKind.CONVERSATION, ENTITY).stream()
                .map(fragment -> tuple(fragment.key().chunk(), fragment.rows().size()))
                .toList();
    }

    private FragmentBuffer buffer(int windowBytes) {
        return new FragmentBuffer(
                new StagingPorts(fragments, bodies, new InMemoryLinkStore(), new InMemoryNamedLists(), "r1"),
                EntityKind.CONVERSATION,
                new FragmentBuffer.Place("utterances", "2026-10-01", "utterances.jsonl"),
                FragmentMark.NONE,
                windowBytes);
    }

    private List<String> rows(String entity) {
        return fragments.ofEntity(EntityKind.CONVERSATION, entity).stream()
                .flatMap(fragment -> fragment.rows().stream())
                .map(row ->
                        row.split() + " " + row.line() + " " + new String(row.bytes(bodies), StandardCharsets.UTF_8))
                .toList();
    }

    private static FragmentRow.Payload row(String text, int times) {
        return new FragmentRow.Payload.Inline(text.repeat(times).getBytes(StandardCharsets.UTF_8));
    }
}
