package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.load.BeforeImage;
import dev.ferry.core.rollback.UndoItem;
import dev.ferry.core.rollback.UndoOutcome;
import dev.ferry.core.rollback.UndoRules;
import dev.ferry.core.target.FieldValue;
import dev.ferry.intercom.client.Conversations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/// Deletes conversations, which takes their messages, states and tags along; gives those that were changed their
/// title and attributes back.
///
/// *Source*: Intercom, delete a conversation: permanent; the rows in reports stay.
record ConversationUndo(Conversations conversations, ConversationForm form) implements ObjectUndo {
    private static final Set<String> UNCHANGEABLE = Set.of("contact", "created_at", "body");

    @Override
    public Function<UndoItem, UndoOutcome> of(List<UndoItem> items, UndoRules rules) {
        Map<String, JsonNode> there = new HashMap<>();
        List<String> ids = items.stream()
                .map(UndoItem::targetId)
                .filter(id -> !id.isEmpty())
                .toList();
        conversations.withIds(ids).forEach(found -> there.put(found.path("id").asText(), found));
        return item -> switch (item) {
            case UndoItem.Remove remove ->
                find(remove.targetId(), there)
                        .map(found -> remove(remove, found, rules))
                        .orElse(Deletion.REMOVED);
            case UndoItem.Restore restore ->
                find(restore.targetId(), there)
                        .map(found -> restore(restore, found, rules))
                        .orElse(Deletion.REMOVED);
            case UndoItem.Lost lost -> lost(lost);
        };
    }

    // A search may lag behind.
    private Optional<JsonNode> find(String id, Map<String, JsonNode> there) {
        return Optional.ofNullable(there.get(id)).or(() -> conversations.find(id));
    }

    private UndoOutcome remove(UndoItem.Remove item, JsonNode found, UndoRules rules) {
        boolean changed = UndoRules.isLater(Deletion.moment(found, "updated_at"), item.at());
        return changed && !rules.force() ? Deletion.CHANGED : delete(found);
    }

    private UndoOutcome delete(JsonNode found) {
        if (found.path("ticket").isObject()) {
            Deletion.of(() ->
                    conversations.deleteTicket(found.path("ticket").path("id").asText()));
        }
        return Deletion.of(() -> conversations.delete(found.path("id").asText()));
    }

    private UndoOutcome restore(UndoItem.Restore item, JsonNode found, UndoRules rules) {
        Optional<BeforeImage> image = item.before();
        if (image.isEmpty()) {
            return new UndoOutcome.Left("no_before_image", "how it was before was not kept", true);
        }
        SortedMap<String, FieldValue> now = form.of(found);
        if (!rules.force() && Restoration.isChanged(item, now)) {
            return Deletion.CHANGED;
        }
        ObjectNode changes = new Restoration(ConversationWriter.OBJECT, UNCHANGEABLE)
                .changes(now, form.comparable(image.get().fields()));
        if (!changes.isEmpty()) {
            conversations.update(item.targetId(), changes);
        }
        return new UndoOutcome.Restored();
    }

    private UndoOutcome lost(UndoItem.Lost item) {
        if (item.sent().isEmpty()) {
            return new UndoOutcome.Failed(
                    "answer_lost",
                    "its answer was lost, and what was sent is not known any more",
                    "Look in Intercom for a conversation without " + ConversationWriter.MARK + " and delete it.");
        }
        List<JsonNode> found =
                ConversationWriter.found(conversations, item.sent().get());
        return switch (found.size()) {
            case 0 -> Deletion.REMOVED;
            case 1 -> delete(found.getFirst());
            default ->
                new UndoOutcome.Failed(
                        "several_conversations",
                        "its answer was lost, and several conversations look like it",
                        "Look at the contact's conversations in Intercom and delete the one without "
                                + ConversationWriter.MARK + ".");
        };
    }
}
