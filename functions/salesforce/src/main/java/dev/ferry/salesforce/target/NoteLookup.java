package dev.ferry.salesforce.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.bulk.CleanText;
import dev.ferry.salesforce.client.soql.Soql;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Finds notes and their links, which have no field for an external id.
///
/// A note's title ends in a mark made from its key, `Agent note [1f3a9c02b7d4]`, by which it is found again; a link
/// is found by its two ends.
final class NoteLookup {
    private static final int MARK_DIGITS = 12;
    private static final int ROOM = 255 - " []".length() - MARK_DIGITS;
    private static final Pattern MARK = Pattern.compile(" \\[[0-9a-f]{" + MARK_DIGITS + "}]$");

    private final SalesforceClient client;

    NoteLookup(SalesforceClient client) {
        this.client = client;
    }

    /// The title with the mark, within the field's length.
    static String title(StagedRecord record) {
        return cut(text(record, "Title")) + mark(record.key());
    }

    /// What of a title has room before the mark.
    static String cut(String title) {
        String clean = CleanText.of(title).text().strip();
        if (clean.length() <= ROOM) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(ROOM - 1)) ? ROOM - 1 : ROOM;
        return clean.substring(0, end);
    }

    /// The title as the mapping gave it.
    static String unmarked(String title) {
        return MARK.matcher(title).replaceFirst("");
    }

    /// The notes that are there, by key.
    Map<CanonicalId, String> notes(Collection<StagedRecord> records) {
        Map<String, CanonicalId> wanted = new TreeMap<>();
        records.forEach(record -> wanted.put(title(record), record.key()));
        Map<CanonicalId, String> found = new HashMap<>();
        for (String condition : Soql.inChunks("Title", wanted.keySet())) {
            client.queries()
                    .query("SELECT Id, Title FROM ContentNote WHERE " + condition)
                    .forEachRemaining(row -> {
                        CanonicalId key = wanted.get(row.path("Title").asText());
                        if (key != null) {
                            found.put(key, row.path("Id").asText());
                        }
                    });
        }
        return found;
    }

    /// The links that are there, by key.
    Map<CanonicalId, String> links(Collection<StagedRecord> records) {
        Map<String, CanonicalId> wanted = new TreeMap<>();
        records.forEach(record ->
                wanted.put(text(record, "ContentDocumentId") + " " + text(record, "LinkedEntityId"), record.key()));
        List<String> documents = records.stream()
                .map(record -> text(record, "ContentDocumentId"))
                .distinct()
                .sorted()
                .toList();
        Map<CanonicalId, String> found = new HashMap<>();
        for (String condition : Soql.inChunks("ContentDocumentId", documents)) {
            client.queries()
                    .query("SELECT Id, ContentDocumentId, LinkedEntityId FROM ContentDocumentLink WHERE " + condition)
                    .forEachRemaining(row -> {
                        CanonicalId key = wanted.get(ends(row));
                        if (key != null) {
                            found.put(key, row.path("Id").asText());
                        }
                    });
        }
        return found;
    }

    private static String ends(ObjectNode row) {
        return row.path("ContentDocumentId").asText() + " "
                + row.path("LinkedEntityId").asText();
    }

    private static String mark(CanonicalId key) {
        return " ["
                + ContentHash.of(new TreeMap<>(Map.of("key", new FieldValue.Text(key.value()))))
                        .hex()
                        .substring(0, MARK_DIGITS)
                + "]";
    }

    private static String text(StagedRecord record, String field) {
        return switch (record.fields().get(field)) {
            case FieldValue.Text text -> text.value();
            case FieldValue.TargetId id -> id.value();
            case null -> "";
            case FieldValue other -> other.toString();
        };
    }
}
