package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.load.BeforeImage;
import dev.ferry.core.rollback.UndoItem;
import dev.ferry.core.rollback.UndoOutcome;
import dev.ferry.core.rollback.UndoRules;
import dev.ferry.core.target.FieldValue;
import dev.ferry.intercom.client.IntercomClient;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Deletes the contacts that Ferry made, unless somebody talks with them, and takes back what it gave to others.
record ContactUndo(IntercomClient client, ContactForm form) implements ObjectUndo {
    private static final Set<String> APART =
            Set.of(ContactWriter.COMPANY, ContactWriter.ARCHIVED, "role", "external_id");
    private static final UndoOutcome IN_USE =
            new UndoOutcome.Spared("has_conversations", "it has conversations that are not undone");

    @Override
    public Function<UndoItem, UndoOutcome> of(List<UndoItem> items, UndoRules rules) {
        Found found = new Found(client, items);
        return item -> switch (item) {
            case UndoItem.Remove remove -> remove(remove, found, rules);
            case UndoItem.Restore restore ->
                found.contact(restore.targetId())
                        .map(there -> restore(restore, there, rules))
                        .orElse(Deletion.REMOVED);
            case UndoItem.Lost lost ->
                found.sent(lost)
                        .map(there -> remove(
                                new UndoItem.Remove(lost.key(), there.path("id").asText(), rules.lastWrite(), null),
                                found,
                                rules))
                        .orElse(Deletion.REMOVED);
        };
    }

    private UndoOutcome remove(UndoItem.Remove item, Found found, UndoRules rules) {
        Optional<JsonNode> there = found.contact(item.targetId());
        if (there.isPresent()) {
            if (rules.isOlder(Deletion.moment(there.get(), "created_at"))) {
                return Deletion.OLDER;
            }
            if (found.talks(item.targetId())) {
                return IN_USE;
            }
            if (Deletion.isChanged(item, there.get(), rules, form::of)) {
                return Deletion.CHANGED;
            }
        }
        // Also one that cannot be read: it may be in the archive.
        return Deletion.of(() -> client.contacts().delete(item.targetId()));
    }

    private UndoOutcome restore(UndoItem.Restore item, JsonNode there, UndoRules rules) {
        SortedMap<String, FieldValue> now = form.of(there);
        if (!rules.force() && Restoration.isChanged(item, now, there, rules)) {
            return Deletion.CHANGED;
        }
        Optional<SortedMap<String, FieldValue>> before =
                item.before().map(BeforeImage::fields).map(form::comparable);
        ObjectNode changes = new Restoration(ContactWriter.OBJECT, APART).of(item, now, before);
        if (!changes.isEmpty()) {
            client.contacts().update(item.targetId(), changes);
        }
        String company = new StagedFields(now).text(ContactWriter.COMPANY);
        String earlier = before.map(fields -> new StagedFields(fields).text(ContactWriter.COMPANY))
                .orElse(item.filled().contains(ContactWriter.COMPANY) ? "" : company);
        if (!company.equals(earlier)) {
            links(item.targetId(), company, earlier);
        }
        if (item.filled().contains(ContactWriter.ARCHIVED)) {
            client.contacts().archive(item.targetId());
        }
        return new UndoOutcome.Restored();
    }

    private void links(String contact, String company, String earlier) {
        if (!company.isEmpty()) {
            Deletion.of(() -> client.contacts().detach(contact, company));
        }
        if (!earlier.isEmpty()) {
            client.contacts().attach(contact, earlier);
        }
    }

    /// What was found of some contacts.
    private static final class Found {
        private final IntercomClient client;
        private final Map<String, JsonNode> contacts = new HashMap<>();
        private final Map<String, JsonNode> byExternalId = new HashMap<>();
        private final Set<String> talking = new HashSet<>();

        Found(IntercomClient client, List<UndoItem> items) {
            this.client = client;
            List<String> ids = items.stream()
                    .map(UndoItem::targetId)
                    .filter(id -> !id.isEmpty())
                    .toList();
            client.contacts()
                    .having("id", ids)
                    .forEach(contact -> contacts.put(contact.path("id").asText(), contact));
            List<String> sent = items.stream()
                    .filter(UndoItem.Lost.class::isInstance)
                    .map(item -> externalId((UndoItem.Lost) item))
                    .filter(id -> !id.isEmpty())
                    .toList();
            for (JsonNode contact : client.contacts().having("external_id", sent)) {
                byExternalId.put(contact.path("external_id").asText(), contact);
                contacts.put(contact.path("id").asText(), contact);
            }
            client.conversations().ofContacts(removed(items)).forEach(this::talk);
        }

        private List<String> removed(List<UndoItem> items) {
            Set<String> removed = new TreeSet<>();
            items.stream()
                    .filter(item -> !(item instanceof UndoItem.Restore))
                    .map(UndoItem::targetId)
                    .filter(id -> !id.isEmpty())
                    .forEach(removed::add);
            byExternalId
                    .values()
                    .forEach(contact -> removed.add(contact.path("id").asText()));
            return List.copyOf(removed);
        }

        // Search may still show what was deleted a moment ago.
        private void talk(JsonNode conversation) {
            if (client.conversations().find(conversation.path("id").asText()).isPresent()) {
                conversation
                        .path("contacts")
                        .path("contacts")
                        .forEach(contact -> talking.add(contact.path("id").asText()));
            }
        }

        // A search may lag behind.
        Optional<JsonNode> contact(String id) {
            return Optional.ofNullable(contacts.get(id))
                    .or(() -> client.contacts().find(id));
        }

        Optional<JsonNode> sent(UndoItem.Lost lost) {
            return Optional.ofNullable(byExternalId.get(externalId(lost)));
        }

        boolean talks(String id) {
            return talking.contains(id);
        }

        private static String externalId(UndoItem.Lost lost) {
            return lost.sent()
                    .map(record -> new StagedFields(record.fields()).text("external_id"))
                    .orElse("");
        }
    }
}
