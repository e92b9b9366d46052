package dev.ferry.asapp.fold;

import dev.ferry.core.source.StructuredDataValue;
import dev.ferry.core.source.StructuredDataValue.PastValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was extracted from a conversation: of each field the newest value, older ones as its history.
/// *Source*: reference, section 3.2.
final class StructuredDataFold {
    private static final Comparator<SourceRow> NEWEST_FIRST = Comparator.comparingLong(
                    (SourceRow row) -> row.nanos("structured_data_ts"))
            .thenComparing(row -> String.valueOf(row.id("structured_data_id")))
            .reversed();

    private final IssueGroup group;
    private final AgentResolution agents;

    StructuredDataFold(IssueGroup group, AgentResolution agents) {
        this.group = group;
        this.agents = agents;
    }

    /// The values in the order of their fields' ids.
    List<StructuredDataValue> fold() {
        SortedMap<String, List<SourceRow>> byField = new TreeMap<>();
        for (SourceRow row : group.rows().rows("fx_autosummary_structured_data")) {
            byField.computeIfAbsent(Objects.requireNonNull(row.id("structured_data_field_id")), _ -> new ArrayList<>())
                    .add(row);
        }
        List<StructuredDataValue> values = new ArrayList<>();
        byField.forEach((field, rows) -> {
            rows.sort(NEWEST_FIRST);
            values.add(value(field, rows));
        });
        return values;
    }

    private StructuredDataValue value(String field, List<SourceRow> newestFirst) {
        SourceRow newest = newestFirst.getFirst();
        return new StructuredDataValue(
                field,
                newest.text("structured_data_field_name"),
                newest.text("structured_data_field_category"),
                newest.text("structured_data_field_value"),
                newest.id("structured_data_id"),
                newest.time("structured_data_ts"),
                agents.agent(group.company(), newest.id("agent_id")),
                newestFirst.stream()
                        .skip(1)
                        .map(row ->
                                new PastValue(row.text("structured_data_field_value"), row.time("structured_data_ts")))
                        .toList());
    }
}
