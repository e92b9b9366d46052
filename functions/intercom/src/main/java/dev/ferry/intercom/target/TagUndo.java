package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.rollback.UndoItem;
import dev.ferry.core.rollback.UndoOutcome;
import dev.ferry.core.rollback.UndoRules;
import dev.ferry.intercom.client.IntercomClient;
import dev.ferry.intercom.client.IntercomException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Deletes the tags that Ferry made, unless something that stays has them.
record TagUndo(IntercomClient client) implements ObjectUndo {
    // Enough to tell leftovers of a search from what is there.
    private static final int LOOKED_AT = 50;
    private static final UndoOutcome IN_USE =
            new UndoOutcome.Spared("in_use", "conversations, contacts or rules that are not undone use it");

    @Override
    public Function<UndoItem, UndoOutcome> of(List<UndoItem> items, UndoRules rules) {
        Map<String, String> byName = new HashMap<>();
        if (items.stream().anyMatch(UndoItem.Lost.class::isInstance)) {
            client.tags()
                    .all()
                    .forEach(tag -> byName.put(
                            folded(tag.path("name").asText()), tag.path("id").asText()));
        }
        return item -> switch (item) {
            case UndoItem.Remove remove -> remove(remove.targetId());
            case UndoItem.Restore _ -> new UndoOutcome.Restored();
            case UndoItem.Lost lost -> {
                String id = byName.get(folded(lost.sent()
                        .map(record -> new StagedFields(record.fields()).text("name"))
                        .orElse("")));
                yield id == null ? Deletion.REMOVED : remove(id);
            }
        };
    }

    private UndoOutcome remove(String id) {
        if (isUsed(id)) {
            return IN_USE;
        }
        try {
            return Deletion.of(() -> client.tags().delete(id));
        } catch (IntercomException refused) {
            if (refused.failure().reason().equals("tag_has_dependent_objects")) {
                return IN_USE;
            }
            throw refused;
        }
    }

    private boolean isUsed(String id) {
        List<JsonNode> conversations = client.conversations().tagged(id, LOOKED_AT);
        return conversations.stream()
                        .anyMatch(found -> client.conversations()
                                .find(found.path("id").asText())
                                .isPresent())
                || !client.contacts().tagged(id, 1).isEmpty();
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
