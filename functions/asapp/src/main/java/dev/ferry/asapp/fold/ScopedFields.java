package dev.ferry.asapp.fold;

import dev.ferry.core.identity.Accounts;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.ConfigurationItem;
import dev.ferry.core.source.Conversation;
import dev.ferry.core.source.FieldScope;
import dev.ferry.core.source.LatestValue;
import dev.ferry.core.source.StructuredDataField;
import dev.ferry.core.source.StructuredDataValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The structured data fields that describe people and organisations: what conversations give to them, what they
/// make of it, and what is told of values that do not get there.
///
/// @param scopes by the id of the field; one that is not named describes its conversation
record ScopedFields(Map<String, FieldScope> scopes) {
    ScopedFields {
        scopes = Map.copyOf(scopes);
    }

    /// One line about a field, for the list of the report. Never the value.
    record Note(String field, String detail) {}

    /// What a field describes.
    FieldScope scope(String field) {
        return scopes.getOrDefault(field, FieldScope.CONVERSATION);
    }

    /// What a conversation gives to its customer, those for the customer's organisation included.
    SortedMap<String, FieldShare> of(Conversation conversation) {
        SortedMap<String, FieldShare> shares = new TreeMap<>();
        for (StructuredDataValue field : conversation.structuredData()) {
            String value = field.value();
            if (value != null && scope(field.fieldId()) != FieldScope.CONVERSATION) {
                shares.put(
                        field.fieldId(),
                        FieldShare.of(field, value, conversation.identity().id()));
            }
        }
        return shares;
    }

    /// Lists the values of a conversation whose parent is not known: they stay in staging, where a later run finds
    /// them.
    void tellOfOrphans(BucketRun run, Conversation conversation) {
        boolean nobody = conversation.customer().id() == null;
        for (String field : of(conversation).keySet()) {
            FieldScope scope = scope(field);
            if (nobody || (scope == FieldScope.ORGANIZATION && !isOrganization(conversation.organizationId()))) {
                run.count("valuesWithoutParent", 1);
                run.tell(
                        conversation.identity().id(),
                        nobody ? "NO_CUSTOMER" : "NO_ORGANIZATION",
                        new Note(field, "describes the %s, which is not known".formatted(scope.label())));
            }
        }
    }

    /// Those of one scope.
    SortedMap<String, FieldShare> only(FieldScope scope, SortedMap<String, FieldShare> shares) {
        SortedMap<String, FieldShare> some = new TreeMap<>(shares);
        some.keySet().removeIf(field -> scope(field) != scope);
        return some;
    }

    /// The values of a record.
    static List<LatestValue> latest(SortedMap<String, FieldShare> shares) {
        return shares.entrySet().stream()
                .map(share -> share.getValue().latest(share.getKey()))
                .toList();
    }

    /// Lists the fields of a record of which some values lost.
    static void tellOfLosers(BucketRun run, CanonicalId id, List<LatestValue> values) {
        for (LatestValue value : values) {
            if (value.varied()) {
                run.count("supersededValues", value.conversations() - 1L);
                run.tell(
                        id,
                        "SUPERSEDED",
                        new Note(
                                value.fieldId(),
                                "%d conversations have values that differ; that of %s%s counts"
                                        .formatted(
                                                value.conversations(),
                                                value.conversationId(),
                                                value.extractedAt() == null ? "" : " of " + value.extractedAt())));
            }
        }
    }

    /// Lists fields that the mapping names and the source does not have.
    void tellOfUnknown(BucketRun run, Collection<ConfigurationItem> items) {
        Set<String> known = items.stream()
                .filter(StructuredDataField.class::isInstance)
                .map(StructuredDataField.class::cast)
                .map(StructuredDataField::fieldId)
                .collect(Collectors.toSet());
        scopes.keySet().stream()
                .filter(field -> !known.contains(field))
                .sorted()
                .forEach(field -> run.tell(
                        new CanonicalId(field),
                        "UNKNOWN_FIELD",
                        new Note(field, "structuredFields of the mapping names it and the source does not have it")));
    }

    // People without a company share a parking account: nothing of one of them describes it.
    private static boolean isOrganization(@Nullable CanonicalId account) {
        return account != null && !Accounts.isParking(account);
    }
}
