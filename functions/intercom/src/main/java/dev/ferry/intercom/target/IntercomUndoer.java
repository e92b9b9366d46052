package dev.ferry.intercom.target;

import dev.ferry.core.rollback.UndoItem;
import dev.ferry.core.rollback.UndoOutcome;
import dev.ferry.core.rollback.UndoRules;
import dev.ferry.core.rollback.Undoer;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import dev.ferry.intercom.client.IntercomException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Undoes records one by one, some side by side: conversations first, then what they hung on.
///
/// *Source*: Intercom has no bulk deletion of conversations; the order is that of its references.
final class IntercomUndoer implements Undoer {
    // Ten searches.
    private static final int BATCH = 150;
    private static final int A_SEARCH = 15;

    private final Map<ObjectName, ObjectUndo> objects;
    private final Pace pace;

    /// How one call works.
    ///
    /// @param parallel how many records go side by side
    /// @param window how many requests 10 seconds hold
    /// @param afterwards done at the end of each call, for what is held between calls of Intercom
    record Pace(int parallel, int window, Runnable afterwards) {}

    /// @param objects how each object is undone; those that are part of another one have no way of their own
    IntercomUndoer(Map<ObjectName, ObjectUndo> objects, Pace pace) {
        this.objects = Map.copyOf(objects);
        this.pace = pace;
    }

    @Override
    public List<ObjectName> order() {
        return List.of(
                ConversationWriter.OBJECT,
                StateWriter.OBJECT,
                MessageWriter.OBJECT,
                TagWriter.OBJECT,
                ContactWriter.OBJECT,
                CompanyWriter.OBJECT,
                Interlock.PROBE,
                AttributeWriter.OBJECT,
                PreparedAttributes.OBJECT);
    }

    @Override
    public Optional<ObjectName> ownerOf(ObjectName object) {
        return object.equals(StateWriter.OBJECT) || object.equals(MessageWriter.OBJECT)
                ? Optional.of(ConversationWriter.OBJECT)
                : Optional.empty();
    }

    @Override
    public String ownerId(ObjectName object, String targetId) {
        return object.equals(MessageWriter.OBJECT) ? PartForm.conversation(targetId) : targetId;
    }

    @Override
    public List<ObjectName> writtenAfter(ObjectName object) {
        return object.equals(ConversationWriter.OBJECT) ? List.of(StateWriter.OBJECT) : List.of();
    }

    @Override
    public int batch(ObjectName object) {
        return BATCH;
    }

    @Override
    public Map<CanonicalId, UndoOutcome> undo(ObjectName object, List<UndoItem> items, UndoRules rules) {
        ObjectUndo undo = objects.get(object);
        if (undo == null) {
            throw new IllegalStateException(object + " is not undone by itself");
        }
        Map<CanonicalId, UndoOutcome> outcomes = new ConcurrentHashMap<>();
        try (SideBySide work = new SideBySide(pace.parallel())) {
            Function<UndoItem, UndoOutcome> deed = Refusals.translated(() -> undo.of(items, rules));
            items.forEach(item -> work.add(() -> outcomes.put(item.key(), guarded(deed, item)), () -> {}));
            work.await();
        } finally {
            pace.afterwards().run();
        }
        return outcomes;
    }

    private static UndoOutcome guarded(Function<UndoItem, UndoOutcome> deed, UndoItem item) {
        try {
            return deed.apply(item);
        } catch (IntercomException refused) {
            Outcome.Failed failed = Refusals.failed(refused);
            return new UndoOutcome.Failed(
                    failed.code(), failed.reason(), refused.code().hint() + ".");
        }
    }

    @Override
    public long calls(ObjectName object, long removals, long restorations) {
        long searches = (removals + restorations + A_SEARCH - 1) / A_SEARCH;
        return switch (object.value()) {
            case "Conversation" -> searches + removals + restorations;
            case "Contact" -> 2 * searches + removals + 2 * restorations;
            case "Tag" -> 3 * removals;
            case "Company" -> 2 * (removals + restorations);
            default -> removals;
        };
    }

    @Override
    public Duration atLimit(long calls) {
        return CallPlan.duration(calls, pace.window());
    }

    @Override
    public List<String> remains() {
        return List.of(
                "Attributes that Ferry made are archived: Intercom deletes none.",
                "Deleted conversations stay in Intercom's list of deleted conversations, and their rows in its reports.",
                "Contacts and companies that were there before keep the time of their latest change;"
                        + " conversations that were there before keep the history of changes.");
    }
}
