package dev.ferry.local.lambda;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/// Messages being gathered for one invocation. It is complete when it is full, when it is as heavy as an invocation
/// carries, or when its window is over.
///
/// *Threading*: confined to the poller that gathers it.
final class MessageBatch {

    /// Lambda closes a batch at 6 MB of payload; what is left over is the event's own JSON.
    private static final int HEAVIEST_BYTES = 5 * 1024 * 1024;

    private final FunctionDescription.EventSource source;
    private final Clock clock;
    private final List<Message> messages = new ArrayList<>();
    private Instant closes = Instant.MAX;
    private long bytes;

    MessageBatch(FunctionDescription.EventSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    void add(List<Message> received) {
        if (messages.isEmpty() && !received.isEmpty()) {
            closes = clock.instant().plus(source.window());
        }
        messages.addAll(received);
        received.forEach(message -> bytes += message.body().getBytes(StandardCharsets.UTF_8).length);
    }

    /// How many messages the next receive may bring.
    int room() {
        return source.batchSize() - messages.size();
    }

    boolean complete() {
        var waiting = clock.instant().isBefore(closes);
        return !messages.isEmpty() && (!waiting || room() == 0 || bytes >= HEAVIEST_BYTES);
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }
}
