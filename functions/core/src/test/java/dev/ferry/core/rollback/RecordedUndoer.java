package dev.ferry.core.rollback;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A target in memory with owners and their parts, which spares and refuses what it is told to.
final class RecordedUndoer implements Undoer {
    static final ObjectName OWNER = new ObjectName("Owner");
    static final ObjectName PART = new ObjectName("Part");

    final List<String> deeds = new ArrayList<>();
    final Set<String> changed = new HashSet<>();

    @Override
    public List<ObjectName> order() {
        return List.of(OWNER, PART);
    }

    @Override
    public Optional<ObjectName> ownerOf(ObjectName object) {
        return object.equals(PART) ? Optional.of(OWNER) : Optional.empty();
    }

    @Override
    public String ownerId(ObjectName object, String targetId) {
        return object.equals(PART) ? targetId.substring(0, targetId.indexOf('/')) : targetId;
    }

    @Override
    public int batch(ObjectName object) {
        return 2;
    }

    @Override
    public Map<CanonicalId, UndoOutcome> undo(ObjectName object, List<UndoItem> items, UndoRules rules) {
        Map<CanonicalId, UndoOutcome> outcomes = new HashMap<>();
        for (UndoItem item : items) {
            boolean spared = changed.contains(item.targetId()) && !rules.force();
            if (!spared) {
                deeds.add(item.getClass().getSimpleName() + " " + item.targetId());
            }
            outcomes.put(
                    item.key(),
                    spared
                            ? new UndoOutcome.Spared("changed_since", "somebody has changed it")
                            : item instanceof UndoItem.Restore
                                    ? new UndoOutcome.Restored()
                                    : new UndoOutcome.Removed());
        }
        return outcomes;
    }

    @Override
    public List<String> remains() {
        return List.of("Nothing is for ever.");
    }
}
