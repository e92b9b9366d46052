package dev.ferry.core.mapping.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.mapping.OwnerDecisions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpressionMemoryTest {
    private static final OwnerDecisions NOBODY = OwnerDecisions.of(Map.of(), "queue");

    private final ExpressionMemory memory =
            Objects.requireNonNull(ExpressionMemory.of(ExpressionReads.of("status & $record.kind & $batch")));
    private final List<Map<?, ?>> evaluated = new ArrayList<>();

    private @Nullable Object read(Map<?, ?> item, Map<?, ?> record, String batch, @Nullable Object result) {
        return memory.result(new ItemScope(item, record, batch, NOBODY), () -> {
            evaluated.add(item);
            return result;
        });
    }

    @Test
    void evaluatesOnceForTheSameValues() {
        assertThat(read(Map.of("status", "OPEN", "other", 1), Map.of("kind", 1), "b", "x"))
                .isEqualTo("x");
        assertThat(read(Map.of("status", "OPEN", "other", 2), Map.of("kind", 1), "b", "y"))
                .isEqualTo("x");
        assertThat(read(Map.of(), Map.of(), "b", null)).isNull();
        assertThat(read(Map.of(), Map.of(), "b", "y")).isNull();
        assertThat(evaluated).hasSize(2);
    }

    @Test
    void tellsValuesApartThatAreNotTheSame() {
        assertThat(read(Map.of("status", 1), Map.of(), "b", "whole")).isEqualTo("whole");
        assertThat(read(Map.of("status", 1.0), Map.of(), "b", "decimal")).isEqualTo("decimal");
        assertThat(read(Map.of("status", "1"), Map.of(), "b", "text")).isEqualTo("text");
        assertThat(read(Map.of("status", "1"), Map.of("kind", "1"), "b", "of both"))
                .isEqualTo("of both");
        assertThat(read(Map.of("status", "1"), Map.of(), "c", "other batch")).isEqualTo("other batch");
        assertThat(read(Map.of(), Map.of("kind", "1"), "b", "of the record")).isEqualTo("of the record");
        assertThat(read(Map.of(), Map.of(), "b", "absent")).isEqualTo("absent");
        assertThat(read(Collections.singletonMap("status", null), Map.of(), "b", "null"))
                .isEqualTo("null");
    }

    @Test
    void keepsNeitherStructuresNorTimesNorLongTextsNorFailures() {
        for (Object value : List.of(List.of("a"), Map.of("a", 1), "2026-10-18T08:16:20.648Z", "x".repeat(101))) {
            read(Map.of("status", value), Map.of(), "b", "x");
            read(Map.of("status", value), Map.of(), "b", "x");
        }
        assertThat(evaluated).hasSize(8);
        for (Object result : List.of(List.of("a"), new ValueSource.Unreadable("T0412"))) {
            read(Map.of("status", "s"), Map.of(), "b", result);
            read(Map.of("status", "s"), Map.of(), "b", result);
        }
        assertThat(evaluated).hasSize(12);
    }

    @Test
    void keepsNoMoreThanItsMeasure() {
        Map<String, Object> item = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            item.put("status", i % 1_500);
            assertThat(read(item, Map.of(), "b", i % 1_500)).isEqualTo(i % 1_500);
        }
        assertThat(evaluated).hasSize(2_000);
    }

    @Test
    void isNoneForAnExpressionThatMayReadAnything() {
        assertThat(ExpressionMemory.of(ExpressionReads.of("$keys($)"))).isNull();
    }
}
