package dev.ferry.asapp.fold;

import dev.ferry.core.source.Message;
import dev.ferry.core.source.SenderRole;
import dev.ferry.core.source.TextAvailability;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds the messages of one conversation that both worlds have: they have the same role and instant, and the
/// same text where several share those. What AI Services alone have is a message of its own.
final class MessagePairing {
    private static final Comparator<Message> ORDER = Comparator.comparing(Message::id);

    private final List<Message> batch;

    MessagePairing(List<Message> batch) {
        this.batch = batch;
    }

    /// The messages of both worlds, each once, in no order.
    List<Message> with(List<Message> others) {
        if (batch.isEmpty() || others.isEmpty()) {
            List<Message> all = new ArrayList<>(batch);
            all.addAll(others);
            return all;
        }
        Map<Moment, Deque<Message>> waiting = new HashMap<>();
        others.stream()
                .sorted(ORDER)
                .forEach(other -> waiting.computeIfAbsent(Moment.of(other), _ -> new ArrayDeque<>())
                        .add(other));
        List<Message> paired = new ArrayList<>();
        List<Message> unpaired = new ArrayList<>();
        for (Message message : batch.stream().sorted(ORDER).toList()) {
            Message other = takeSameText(waiting.get(Moment.of(message)), message);
            if (other == null) {
                unpaired.add(message);
            } else {
                paired.add(joined(message, other));
            }
        }
        for (Message message : unpaired) {
            Deque<Message> left = waiting.get(Moment.of(message));
            paired.add(left == null || left.isEmpty() ? message : joined(message, left.removeFirst()));
        }
        waiting.values().forEach(paired::addAll);
        return paired;
    }

    private static @Nullable Message takeSameText(@Nullable Deque<Message> candidates, Message message) {
        if (candidates != null) {
            for (Iterator<Message> all = candidates.iterator(); all.hasNext(); ) {
                Message candidate = all.next();
                if (candidate.text() != null && Objects.equals(candidate.text(), message.text())) {
                    all.remove();
                    return candidate;
                }
            }
        }
        return null;
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
