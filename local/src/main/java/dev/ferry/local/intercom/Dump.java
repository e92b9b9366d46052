package dev.ferry.local.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.attributes.ConversationAttributesResource;
import dev.ferry.local.intercom.attributes.DataAttributesResource;
import dev.ferry.local.intercom.companies.Companies;
import dev.ferry.local.intercom.contacts.ContactShape;
import dev.ferry.local.intercom.contacts.Contacts;
import dev.ferry.local.intercom.conversations.ConversationShape;
import dev.ferry.local.intercom.files.Attachments;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.tags.TagsResource;
import dev.ferry.local.intercom.tickets.TicketShape;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the workspace holds, by object, as the API would show it: without lags and without the limit of parts.
public final class Dump {
    private final Workspace workspace;
    private final DocumentStore store;
    private final Attachments attachments;
    private final TreeMap<String, Reader> readers = new TreeMap<>();

    /// How one object is read; nothing for a document that cannot be seen.
    private record Reader(Kind kind, Shape shape) {}

    private interface Shape {
        Optional<? extends JsonNode> of(Documents documents, ObjectNode document);
    }

    /// A dump of a workspace.
    public Dump(Workspace workspace, DocumentStore store, Attachments attachments) {
        this.workspace = workspace;
        this.store = store;
        this.attachments = attachments;
        readers.put("Contact", new Reader(Kind.CONTACT, this::contact));
        readers.put("Company", new Reader(Kind.COMPANY, this::company));
        readers.put("Conversation", new Reader(Kind.CONVERSATION, this::conversation));
        readers.put("Tag", new Reader(Kind.TAG, (documents, tag) -> Optional.of(TagsResource.shown(tag))));
        readers.put(
                "DataAttribute",
                new Reader(
                        Kind.ATTRIBUTE,
                        (documents, attribute) -> Optional.of(DataAttributesResource.shown(attribute))));
        readers.put(
                "ConversationAttribute",
                new Reader(
                        Kind.CONVERSATION_ATTRIBUTE,
                        (documents, attribute) -> Optional.of(ConversationAttributesResource.shown(attribute))));
        readers.put("Ticket", new Reader(Kind.TICKET, this::ticket));
        readers.put("Admin", new Reader(Kind.ADMIN, (documents, admin) -> Optional.of(admin)));
        readers.put("Notification", new Reader(Kind.NOTIFICATION, (documents, one) -> Optional.of(one)));
        readers.put(
                "DeletedConversation",
                new Reader(Kind.DELETED_CONVERSATION, (documents, deleted) -> Optional.of(deleted)));
    }

    /// The objects that there are.
    public Set<String> objects() {
        return readers.keySet();
    }

    /// The records of an object, each read when it is asked for. *Errors*: `IllegalArgumentException` for an object
    /// that there is not.
    public Iterator<JsonNode> records(String object) {
        Reader reader = readers.get(object);
        if (reader == null) {
            throw new IllegalArgumentException("There is no %s; there are %s".formatted(object, objects()));
        }
        List<String> ids = store.read(documents -> new ArrayList<>(documents.all(reader.kind()).stream()
                .map(document -> document.path("id").asText())
                .toList()));
        return ids.stream().flatMap(id -> read(reader, id).stream()).iterator();
    }

    private Optional<JsonNode> read(Reader reader, String id) {
        return store.read(documents -> documents
                .find(reader.kind(), id)
                .flatMap(document -> reader.shape().of(documents, document).map(JsonNode.class::cast)));
    }

    private Optional<ObjectNode> contact(Documents documents, ObjectNode contact) {
        return new Contacts(workspace, documents)
                .visible(List.of(contact)).stream().findFirst().map(new ContactShape(workspace, documents)::whole);
    }

    private Optional<ObjectNode> company(Documents documents, ObjectNode company) {
        Companies companies = new Companies(workspace, documents);
        return companies.find(company.path("id").asText()).map(companies::shown);
    }

    private Optional<ObjectNode> ticket(Documents documents, ObjectNode ticket) {
        return Optional.of(new TicketShape(workspace, documents, attachments).whole(ticket));
    }

    private Optional<ObjectNode> conversation(Documents documents, ObjectNode conversation) {
        return Optional.of(
                new ConversationShape(workspace, documents, attachments).whole(conversation, false, Integer.MAX_VALUE));
    }
}
