package dev.ferry.local.stepfunctions;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// SQS as tasks send to it.
///
/// *Threading*: implementations are safe for concurrent use.
public interface QueueSender {

    /// Sends one message.
    ///
    /// *Errors*: [Refused] with the service's code.
    Sent send(Message message) throws Refused;

    /// A message and where it goes.
    ///
    /// @param delaySeconds how long the queue hides it, or null for the queue's own delay
    /// @param groupId the message group of a FIFO queue, or null
    /// @param deduplicationId the deduplication id of a FIFO queue, or null
    record Message(
            String queueUrl,
            String body,
            @Nullable Integer delaySeconds,
            @Nullable String groupId,
            @Nullable String deduplicationId,
            Map<String, Attribute> attributes) {

        /// Copies the attributes.
        public Message {
            attributes = Map.copyOf(attributes);
        }
    }

    /// One message attribute of a text type.
    record Attribute(String dataType, String stringValue) {}

    /// What the service answered.
    record Sent(String messageId, String bodyMd5) {}

    /// SQS said no. The code is the service's, for example `QueueDoesNotExistException`.
    final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;

        /// Refused with the service's code and message.
        public Refused(String code, String message) {
            super(message);
            this.code = code;
        }

        /// The service's error code.
        public String code() {
            return code;
        }
    }
}
