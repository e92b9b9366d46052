package dev.ferry.asapp.fold;

import dev.ferry.core.source.Message;
import dev.ferry.core.source.SenderRole;
import dev.ferry.core.source.TextAvailability;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/// Finds the messages of one conversation that both worlds have: they have the same role and instant, and where
/// several share those, the same text, or, of a text that is purged, its length. What AI Services alone have is a
/// message of its own.
///
/// Of several that cannot be told apart it is known that they are the same messages, but not which is which:
/// those get no alias.
final class MessagePairing {
    private static final Comparator<Message> ORDER = Comparator.comparing(Message::id);

    private final List<Message> batch;
    private final Map<String, Integer> lengths;

    /// @param lengths lengths of texts by message of AI Services. *Units*: characters
    MessagePairing(List<Message> batch, Map<String, Integer> lengths) {
        this.batch = batch;
        this.lengths = lengths;
    }

    /// The messages of both worlds, each once, in no order.
    List<Message> with(List<Message> others) {
        if (batch.isEmpty() || others.isEmpty()) {
            List<Message> all = new ArrayList<>(batch);
            all.addAll(others);
            return all;
        }
        Map<Moment, List<Message>> byMoment = new HashMap<>();
        others.stream()
                .sorted(ORDER)
                .forEach(other -> byMoment.computeIfAbsent(Moment.of(other), _ -> new LinkedList<>())
                        .add(other));
        Map<Moment, List<Message>> batchByMoment = new LinkedHashMap<>();
        batch.stream()
                .sorted(ORDER)
                .forEach(message -> batchByMoment
                        .computeIfAbsent(Moment.of(message), _ -> new LinkedList<>())
                        .add(message));
        List<Message> all = new ArrayList<>();
        batchByMoment.forEach((moment, messages) -> {
            List<Message> candidates = byMoment.getOrDefault(moment, new LinkedList<>());
            take(
                    messages,
                    candidates,
                    all,
                    (mine, other) -> mine.text() != null && mine.text().equals(other.text()));
            take(messages, candidates, all, (mine, other) -> onlyFit(mine, other, messages, candidates));
            if (messages.size() == 1 && candidates.size() == 1) {
                take(messages, candidates, all, (_, _) -> true);
            }
            int same = Math.min(messages.size(), candidates.size());
            candidates.subList(0, same).clear();
            all.addAll(messages);
        });
        byMoment.values().forEach(all::addAll);
        return all;
    }

    /// Joins each message with the first candidate that matches it, and takes both away.
    private static void take(
            List<Message> messages,
            List<Message> candidates,
            List<Message> joined,
            BiPredicate<Message, Message> matches) {
        for (Iterator<Message> mine = messages.iterator(); mine.hasNext(); ) {
            Message message = mine.next();
            Message match = candidates.stream()
                    .filter(other -> matches.test(message, other))
                    .findFirst()
                    .orElse(null);
            if (match != null) {
                joined.add(joined(message, match));
                candidates.remove(match);
                mine.remove();
            }
        }
    }

    private boolean onlyFit(Message mine, Message other, List<Message> messages, List<Message> candidates) {
        return sameLength(mine, other)
                && messages.stream()
                                .filter(message -> sameLength(message, other))
                                .count()
                        == 1
                && candidates.stream()
                                .filter(candidate -> sameLength(mine, candidate))
                                .count()
                        == 1;
    }

    /// Whether a purged text may be this one, by its length.
    private boolean sameLength(Message mine, Message other) {
        Integer length = other.messageId() == null ? null : lengths.get(other.messageId());
        String text = mine.text();
        return other.text() == null
                && text != null
                && length != null
                && (length == text.length() || length == text.codePointCount(0, text.length()));
    }

    /// Batch wins; AI Services fill what it lacks.
    private static Message joined(Message batch, Message other) {
        boolean filled = batch.text() == null && other.text() != null;
        return new Message(
                batch.id(),
                batch.messageId(),
                other.messageId(),
                0,
                batch.role(),
                batch.internal(),
                batch.senderRef(),
                batch.agentId(),
                filled ? other.text() : batch.text(),
                filled ? TextAvailability.PRESENT : batch.textAvailability(),
                filled ? other.textSource() : batch.textSource(),
                batch.utteranceType(),
                batch.sentAt(),
                batch.speechStart(),
                batch.speechEnd(),
                List.of(),
                other.email());
    }

    private record Moment(SenderRole role, Instant at) {
        static Moment of(Message message) {
            return new Moment(message.role(), message.sentAt().truncatedTo(ChronoUnit.MILLIS));
        }
    }
}
