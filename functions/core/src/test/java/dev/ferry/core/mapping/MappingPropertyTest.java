package dev.ferry.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.json.Selection;
import dev.ferry.core.json.SelectiveReader;
import dev.ferry.core.mapping.convert.Cut;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class MappingPropertyTest {
    private static final CompiledMapping MAPPING = Mappings.salesforce();
    private static final MappingRun RUN = new MappingRun(OwnerDecisions.of(Map.of(), "queue"), "b");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOO_LONG_TO_READ = Pattern.compile("\\d{1001}");
    private static final List<String> CONVERSATION = List.of(
            "id",
            "kind",
            "status",
            "createdAt",
            "endedAt",
            "platform",
            "customer",
            "organizationId",
            "lastAgentId",
            "queue",
            "intent",
            "subject",
            "csatRaw",
            "metrics",
            "feedback",
            "messages",
            "calls",
            "notes",
            "aliasIssueIds");
    private static final List<String> ITEM = List.of(
            "id",
            "role",
            "internal",
            "text",
            "sentAt",
            "agentId",
            "senderRef",
            "startedAt",
            "handleSeconds",
            "type",
            "at");

    @Property(tries = 500)
    void aCutTextNeverExceedsItsLengthNorSplitsACodePoint(
            @ForAll("unicode") String text, @ForAll @IntRange(min = 1, max = 40) int length) {
        String cut = Cut.to(length, text);
        assertThat(cut.length()).isLessThanOrEqualTo(length);
        assertThat(cut.codePoints().noneMatch(it -> it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE))
                .isTrue();
        assertThat(text).startsWith(text.length() <= length ? cut : cut.substring(0, cut.length() - 1));
    }

    @Property(tries = 100)
    void noJsonMakesThePhasesThrowAndTheSameRecordMapsTheSame(@ForAll("records") Map<String, Object> record) {
        for (CompiledPhase phase : MAPPING.phases()) {
            assertThat(phase.map(record, RUN)).isEqualTo(phase.map(record, RUN));
        }
    }

    @Property(tries = 100)
    void whatAPhaseDoesNotReadMakesNoDifference(@ForAll("records") Map<String, Object> record) throws IOException {
        String json = JSON.writeValueAsString(record);
        Assume.that(!TOO_LONG_TO_READ.matcher(json).find());
        for (CompiledPhase phase : MAPPING.phases()) {
            assertThat(phase.map(read(json, phase.reads()), RUN))
                    .isEqualTo(phase.map(read(json, Selection.WHOLE), RUN));
        }
    }

    private static Map<String, Object> read(String json, Selection selection) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (SelectiveReader reader = new SelectiveReader(new ByteArrayInputStream(bytes), selection)) {
            return Objects.requireNonNull(reader.next());
        }
    }

    @Provide
    Arbitrary<String> unicode() {
        return Arbitraries.integers()
                .between(1, Character.MAX_CODE_POINT)
                .filter(it -> it < Character.MIN_SURROGATE || it > Character.MAX_SURROGATE)
                .list()
                .ofMaxSize(50)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    @Provide
    Arbitrary<Map<String, Object>> records() {
        Arbitrary<Map<String, @Nullable Object>> items = objects(ITEM, json(2));
        Arbitrary<@Nullable Object> members =
                Arbitraries.oneOf(json(3), items.list().ofMaxSize(4).map(list -> (Object) list));
        return objects(CONVERSATION, members).map(HashMap::new);
    }

    private static Arbitrary<Map<String, @Nullable Object>> objects(
            List<String> keys, Arbitrary<@Nullable Object> values) {
        return Arbitraries.maps(Arbitraries.of(keys), values).ofMaxSize(keys.size());
    }

    private static Arbitrary<@Nullable Object> json(int depth) {
        List<Arbitrary<@Nullable Object>> kinds = new ArrayList<>(Arrays.asList(
                Arbitraries.of(scalars()),
                Arbitraries.strings().ofMaxLength(20).map(it -> (Object) it),
                Arbitraries.doubles().map(it -> (Object) it),
                Arbitraries.longs().map(it -> (Object) it)));
        if (depth > 0) {
            kinds.add(json(depth - 1).list().ofMaxSize(3).map(list -> (Object) list));
            kinds.add(Arbitraries.maps(Arbitraries.of("id", "text", "x"), json(depth - 1))
                    .map(map -> (Object) map));
        }
        return Arbitraries.oneOf(kinds);
    }

    private static @Nullable Object[] scalars() {
        return new @Nullable Object[] {
            null,
            true,
            false,
            0,
            -1,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            1e300,
            "",
            " ",
            "a@b.example",
            "CALL",
            "OPEN",
            "CUSTOMER",
            "2026-10-18T08:16:19.971Z",
            "2026-10-18",
            "+999999999-01-01T00:00:00Z",
            "1e999999999",
            "1e-999999999",
            "\0",
            "\uD800",
            "\uDC00x",
            "😀",
            "a".repeat(300),
            new java.math.BigDecimal("1e-999999"),
            new java.math.BigDecimal("1e999999"),
            java.math.BigInteger.TWO.pow(5_000)
        };
    }
}
