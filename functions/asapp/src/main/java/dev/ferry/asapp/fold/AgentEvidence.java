package dev.ferry.asapp.fold;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Everything that is known of one agent: feed rows and crosswalk rows.
record AgentEvidence(RowTable rows, List<CrosswalkRow> crosswalk) {
    /// Of an agent whom only conversations name.
    static final AgentEvidence NONE = new AgentEvidence(RowTable.of(List.of()), List.of());

    AgentEvidence {
        crosswalk = List.copyOf(crosswalk);
    }

    /// With the crosswalk rows of another.
    AgentEvidence with(AgentEvidence other) {
        return new AgentEvidence(
                rows,
                Stream.concat(crosswalk.stream(), other.crosswalk.stream())
                        .sorted()
                        .toList());
    }

    /// The newest row of the feed of agents.
    Optional<SourceRow> rep() {
        return rows.rows("reps").stream().max(SourceRow.NEWEST_LAST);
    }

    /// The client's id of the agent.
    Optional<String> crmRepId() {
        return rep().map(row -> row.id("crm_rep_id")).or(() -> field("crm_rep_id"));
    }

    /// The first value of a field in the order of the crosswalk.
    Optional<String> field(String name) {
        return crosswalk.stream()
                .map(row -> row.field(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// The current attributes: of several values of a name the latest.
    SortedMap<String, String> attributes() {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (SourceRow row : attributesByTime()) {
            String name = row.text("attribute_name");
            String value = row.text("attribute_value");
            if (name != null && value != null) {
                attributes.put(name, value);
            }
        }
        return attributes;
    }

    /// The latest id that the client's events use for the agent.
    Optional<String> externalAgentId() {
        return attributesByTime().reversed().stream()
                .map(row -> row.id("external_rep_id"))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> latestEvent("data.external_rep_id"));
    }

    /// The latest value of a field of the agent's events.
    Optional<String> latestEvent(String column) {
        return rows.newest("activity").stream()
                .map(row -> row.text(column))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// The address in lower case: the crosswalk's, else the attribute `email` where the tenant has one.
    Optional<String> email() {
        return field("email")
                .or(() -> Optional.ofNullable(attributes().get("email")))
                .map(email -> email.strip().toLowerCase(Locale.ROOT));
    }

    private List<SourceRow> attributesByTime() {
        return rows.rows("rep_attributes").stream()
                .sorted(Comparator.comparingLong((SourceRow row) -> row.nanos("created_ts"))
                        .thenComparing(SourceRow.NEWEST_LAST))
                .toList();
    }
}
