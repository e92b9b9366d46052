package dev.ferry.salesforce.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.target.FieldValue;
import dev.ferry.salesforce.client.bulk.Cell;
import dev.ferry.salesforce.client.bulk.CleanText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;

/// Field values as Salesforce takes them and gives them back.
final class FieldText {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ANSWERED = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private FieldText() {}

    /// A value as a cell of an ingest file.
    static Cell cell(FieldValue value) {
        return switch (value) {
            case FieldValue.Text text -> Cell.of(text.value());
            case FieldValue.Numeric numeric -> Cell.of(numeric.value());
            case FieldValue.Flag flag -> Cell.of(flag.value());
            case FieldValue.Day day -> Cell.of(day.value());
            case FieldValue.Moment moment -> Cell.of(moment.value());
            case FieldValue.TargetId id -> Cell.of(id.value());
            case FieldValue.Reference reference ->
                throw new IllegalStateException("reference to " + reference.key() + " was not settled");
        };
    }

    /// Puts a value into a JSON record, its text as it would be in an ingest file.
    static void put(ObjectNode json, String name, FieldValue value) {
        switch (value) {
            case FieldValue.Text text ->
                json.put(name, CleanText.of(text.value()).text());
            case FieldValue.Numeric numeric -> json.put(name, numeric.value());
            case FieldValue.Flag flag -> json.put(name, flag.value());
            case FieldValue.Day day -> json.put(name, day.value().toString());
            case FieldValue.Moment moment -> json.put(name, MOMENT.format(moment.value()));
            case FieldValue.TargetId id -> json.put(name, id.value());
            case FieldValue.Reference reference ->
                throw new IllegalStateException("reference to " + reference.key() + " was not settled");
        }
    }

    /// A moment in any of the spellings that Salesforce answers with: `...Z`, `...+0000`, `...+00:00`.
    static Instant moment(String text) {
        return OffsetDateTime.parse(text, ANSWERED).toInstant();
    }

    /// A text as the base64 that binary fields take.
    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
