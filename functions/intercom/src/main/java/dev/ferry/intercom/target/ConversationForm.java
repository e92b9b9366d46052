package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.target.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Conversations in the form in which what was sent and what is read are alike: contact, time, opening text, title
/// and every attribute that was given.
///
/// @param mapped the fields that the mapping fills
record ConversationForm(
        SortedMap<String, TargetField> mapped, StructuredValues structured, WorkspaceAttributes attributes) {
    // Of the company Intercom answers at other places than it takes it; messages of the contact make it unread.
    private static final Set<String> NOT_COMPARED =
            Set.of("company", "contact", "body", "created_at", "read", StructuredValues.FIELD);

    /// What was sent.
    SortedMap<String, FieldValue> comparable(SortedMap<String, FieldValue> fields) {
        SortedMap<String, FieldValue> all = new TreeMap<>(fields);
        all.putAll(structured.of(fields));
        StagedFields staged = new StagedFields(fields);
        return form(all, staged.text("contact"), staged.second("created_at"), PlainBody.blanks(staged.text("body")));
    }

    /// What is read.
    SortedMap<String, FieldValue> of(JsonNode conversation) {
        SortedMap<String, FieldValue> all = Answers.of(ConversationWriter.OBJECT, mapped, conversation);
        all.keySet().removeAll(NOT_COMPARED);
        JsonNode custom = conversation.path("custom_attributes");
        for (Attribute attribute : attributes.of(AttributeModel.CONVERSATION)) {
            if (mapped.containsKey(StructuredValues.FIELD) && !attribute.archived()) {
                custom(attribute, custom.path(attribute.name()), all);
            }
        }
        JsonNode source = conversation.path("source");
        return form(
                all,
                source.path("author").path("id").asText(),
                conversation.path("created_at").asLong(),
                PlainBody.text(source.path("body").asText("")));
    }

    private static void custom(Attribute attribute, JsonNode value, SortedMap<String, FieldValue> into) {
        if (value.isNumber()) {
            into.put(
                    attribute.name(),
                    attribute.type().holds(AttributeType.DATETIME)
                            ? new FieldValue.Moment(Instant.ofEpochSecond(value.longValue()))
                            : new FieldValue.Numeric(new BigDecimal(value.asText())));
        } else if (value.isBoolean()) {
            into.put(attribute.name(), new FieldValue.Flag(value.booleanValue()));
        } else if (value.isTextual() && !value.asText().isEmpty()) {
            into.putIfAbsent(attribute.name(), new FieldValue.Text(value.asText()));
        }
    }

    private static SortedMap<String, FieldValue> form(
            SortedMap<String, FieldValue> all, String contact, long second, String text) {
        SortedMap<String, FieldValue> form = new TreeMap<>();
        all.forEach((name, value) -> {
            FieldValue kept = NOT_COMPARED.contains(name) ? null : Answers.kept(value);
            if (kept != null) {
                form.put(
                        name,
                        kept instanceof FieldValue.Text(String said)
                                ? new FieldValue.Text(PlainBody.blanks(said))
                                : kept);
            }
        });
        form.put("contact", new FieldValue.TargetId(contact));
        form.put("created_at", new FieldValue.Moment(Instant.ofEpochSecond(second)));
        form.put("body", new FieldValue.Text(text));
        return form;
    }
}
