package dev.ferry.asapp.fold;

import dev.ferry.asapp.batch.NestedColumns;
import dev.ferry.asapp.client.GeneratingCall;
import dev.ferry.asapp.summaries.StageGenerated;
import dev.ferry.core.source.ConversationIntent;
import dev.ferry.core.source.StructuredDataValue;
import dev.ferry.core.source.Summary;
import dev.ferry.core.source.SummarySource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What ASAPP generated of a conversation because a migration asked for it: used only where no feed says the same.
/// *Source*: reference, section 2.4.
final class GeneratedFold {
    private final IssueGroup group;

    GeneratedFold(IssueGroup group) {
        this.group = group;
    }

    /// Whether a call was answered before, be it with nothing.
    boolean has(GeneratingCall call) {
        return rows(call).findAny().isPresent();
    }

    /// The summary.
    Optional<Summary> summary() {
        return rows(GeneratingCall.FREE_TEXT_SUMMARIES)
                .filter(row -> row.text("text") != null)
                .findFirst()
                .map(row -> new Summary(
                        Objects.requireNonNull(row.text("text")), SummarySource.GENERATED, row.id("generatedId")));
    }

    /// The values in the order of their fields' ids.
    List<StructuredDataValue> structuredData() {
        List<StructuredDataValue> values = new ArrayList<>();
        rows(GeneratingCall.STRUCTURED_DATA)
                .findFirst()
                .ifPresent(row -> NestedColumns.tree(row.text("values"))
                        .forEach(value -> values.add(new StructuredDataValue(
                                value.path("fieldId").asText(),
                                value.path("fieldName").asText(null),
                                null,
                                value.path("value").asText(null),
                                row.id("generatedId"),
                                null,
                                null,
                                List.of()))));
        values.sort(Comparator.comparing(StructuredDataValue::fieldId));
        return values;
    }

    /// The intent.
    Optional<ConversationIntent> intent(IntentNames names) {
        return rows(GeneratingCall.INTENT)
                .filter(row -> row.text("intent.code") != null)
                .findFirst()
                .map(row -> intent(row, Objects.requireNonNull(row.text("intent.code")), names));
    }

    private ConversationIntent intent(SourceRow row, String code, IntentNames names) {
        String known = names.name(group.company(), code);
        return new ConversationIntent(null, code, known == null ? row.text("intent.name") : known, List.of(code));
    }

    /// The answers to a call. A conversation with several ids may have been asked for by more than one.
    private Stream<SourceRow> rows(GeneratingCall call) {
        return group.rows().rows(StageGenerated.FEED).stream()
                .filter(row -> call.path().equals(row.text("call")));
    }
}
