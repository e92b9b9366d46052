package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.load.BeforeImage;
import dev.ferry.core.rollback.UndoItem;
import dev.ferry.core.rollback.UndoOutcome;
import dev.ferry.core.rollback.UndoRules;
import dev.ferry.core.target.FieldValue;
import dev.ferry.intercom.client.Companies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/// Deletes the companies that Ferry made, unless contacts that stay belong to them, and takes back what it gave to
/// others.
///
/// *Source*: Intercom, delete a company: archives it and detaches its contacts, asynchronously.
record CompanyUndo(Companies companies, ReadByIds reader) implements ObjectUndo {
    private static final Set<String> APART = Set.of("company_id");
    private static final UndoOutcome IN_USE =
            new UndoOutcome.Spared("has_contacts", "contacts that are not undone belong to it");

    @Override
    public Function<UndoItem, UndoOutcome> of(List<UndoItem> items, UndoRules rules) {
        Map<String, JsonNode> byKey = new HashMap<>();
        if (items.stream().anyMatch(UndoItem.Lost.class::isInstance)) {
            companies
                    .all()
                    .forEach(company -> byKey.put(company.path("company_id").asText(), company));
        }
        return item -> switch (item) {
            case UndoItem.Remove remove ->
                companies
                        .find(remove.targetId())
                        .map(there -> remove(remove, there, rules))
                        .orElse(Deletion.REMOVED);
            case UndoItem.Restore restore ->
                companies
                        .find(restore.targetId())
                        .map(there -> restore(restore, there, rules))
                        .orElse(Deletion.REMOVED);
            case UndoItem.Lost lost -> lost(lost, byKey, rules);
        };
    }

    // One without contacts is not listed, and shows nowhere in Intercom.
    private UndoOutcome lost(UndoItem.Lost item, Map<String, JsonNode> byKey, UndoRules rules) {
        JsonNode there = byKey.get(item.sent()
                .map(record -> new StagedFields(record.fields()).text("company_id"))
                .orElse(""));
        return there == null
                ? Deletion.REMOVED
                : remove(
                        new UndoItem.Remove(item.key(), there.path("id").asText(), rules.lastWrite(), null),
                        there,
                        rules);
    }

    private UndoOutcome remove(UndoItem.Remove item, JsonNode there, UndoRules rules) {
        if (rules.isOlder(Deletion.moment(there, "created_at"))) {
            return Deletion.OLDER;
        }
        if (there.path("user_count").asLong() > 0) {
            return IN_USE;
        }
        return Deletion.isChanged(item, there, rules, reader.form())
                ? Deletion.CHANGED
                : Deletion.of(() -> companies.delete(item.targetId()));
    }

    private UndoOutcome restore(UndoItem.Restore item, JsonNode there, UndoRules rules) {
        SortedMap<String, FieldValue> now = reader.form().apply(there);
        if (!rules.force() && Restoration.isChanged(item, now, there, rules)) {
            return Deletion.CHANGED;
        }
        ObjectNode changes = new Restoration(CompanyWriter.OBJECT, APART)
                .of(item, now, item.before().map(BeforeImage::fields).map(reader::comparable));
        if (!changes.isEmpty()) {
            companies.update(item.targetId(), changes);
        }
        return new UndoOutcome.Restored();
    }
}
