package dev.ferry.local.intercom.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// The ways to find documents other than by their id.
public enum Lookup {
    /// Contacts by address, lower case.
    CONTACT_EMAIL(Kind.CONTACT, doc -> lower(doc, "email")),
    CONTACT_EXTERNAL_ID(Kind.CONTACT, doc -> text(doc, "external_id")),
    /// Contacts by a company they are attached to.
    CONTACT_COMPANY(Kind.CONTACT, doc -> texts(doc, "companies")),
    /// Companies by `company_id`.
    COMPANY_KEY(Kind.COMPANY, doc -> text(doc, "company_id")),
    /// Data attributes by name, of both models.
    ATTRIBUTE_NAME(Kind.ATTRIBUTE, doc -> text(doc, "name")),
    CONVERSATION_ATTRIBUTE_NAME(Kind.CONVERSATION_ATTRIBUTE, doc -> text(doc, "name")),
    /// Tags by name, lower case.
    TAG_NAME(Kind.TAG, doc -> lower(doc, "name")),
    /// Notes by the id of their contact or company.
    NOTE_PARENT(Kind.NOTE, doc -> text(doc, "parent")),
    CONVERSATION_CONTACT(Kind.CONVERSATION, doc -> texts(doc, "contacts")),
    /// Parts by conversation, in the order in which they were made.
    PART_CONVERSATION(Kind.PART, doc -> text(doc, "conversation"));

    private final Kind kind;
    private final Function<ObjectNode, List<String>> keys;

    Lookup(Kind kind, Function<ObjectNode, List<String>> keys) {
        this.kind = kind;
        this.keys = keys;
    }

    Kind kind() {
        return kind;
    }

    List<String> keys(ObjectNode document) {
        return keys.apply(document);
    }

    private static List<String> text(ObjectNode doc, String field) {
        return doc.path(field).isTextual() ? List.of(doc.path(field).textValue()) : List.of();
    }

    private static List<String> lower(ObjectNode doc, String field) {
        return text(doc, field).stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> texts(ObjectNode doc, String field) {
        return StreamSupport.stream(doc.path(field).spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
