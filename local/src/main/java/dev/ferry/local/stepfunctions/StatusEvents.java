package dev.ferry.local.stepfunctions;

import dev.ferry.local.stepfunctions.interpreter.ExecutionStatus;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// EventBridge as far as rules on the ends of executions go: sends events to the queues of those that match.
///
/// *Threading*: safe for concurrent use.
public final class StatusEvents {
    private static final Logger LOG = LoggerFactory.getLogger(StatusEvents.class);

    private final List<StatusRule> rules;
    private final QueueSender sender;

    /// @param sender what it sends with; the queue of a rule is a queue URL here
    public StatusEvents(List<StatusRule> rules, QueueSender sender) {
        this.rules = List.copyOf(rules);
        this.sender = sender;
    }

    /// Whether anybody wants to hear of this end.
    public boolean isHeard(String machine, ExecutionStatus status) {
        return rules.stream().anyMatch(rule -> rule.matches(machine, status));
    }

    /// Sends an event; false when a queue has not taken it, so that it is to be sent once more.
    public boolean send(String machine, ExecutionStatus status, String event) {
        boolean sent = true;
        for (StatusRule rule : rules) {
            if (rule.matches(machine, status)) {
                sent &= send(rule, event);
            }
        }
        return sent;
    }

    private boolean send(StatusRule rule, String event) {
        try {
            sender.send(new QueueSender.Message(rule.queue(), event, null, null, null, Map.of()));
            return true;
        } catch (QueueSender.Refused | SdkException e) {
            LOG.warn("rule {} could not send an event; it is sent again at the next start", rule.name(), e);
            return false;
        }
    }
}
