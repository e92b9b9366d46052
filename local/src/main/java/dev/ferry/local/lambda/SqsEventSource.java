package dev.ferry.local.lambda;

import dev.ferry.local.lambda.FunctionDescription.EventSource;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/// An SQS event source mapping: gathers batches of a queue's messages, invokes a function with each, and deletes
/// what succeeded. What failed stays invisible until the queue's visibility timeout and comes again, or goes to
/// the queue's dead-letter queue.
///
/// *Threading*: one poller; at most `maximumConcurrency` batches are gathered or in work at once.
public final class SqsEventSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqsEventSource.class);
    private static final int ONE_RECEIVE = 10;
    private static final int LONG_POLL_SECONDS = 2;

    private final String function;
    private final EventSource source;
    private final Connections connections;
    private final String queueUrl;
    private final Semaphore concurrency;
    private final Thread poller;
    private volatile boolean open = true;

    private SqsEventSource(String function, EventSource source, Connections connections) {
        this.function = function;
        this.source = source;
        this.connections = connections;
        this.queueUrl = connections.queueUrls().apply(source.queue());
        this.concurrency = new Semaphore(source.maximumConcurrency());
        this.poller = Thread.ofVirtual().name("sqs-" + source.queue()).unstarted(this::poll);
    }

    /// What an event source speaks to.
    ///
    /// @param queueUrls finds a queue's URL by its name
    public record Connections(SqsClient sqs, LambdaInvoker lambda, Function<String, String> queueUrls, Clock clock) {}

    /// Starts polling.
    public static SqsEventSource start(String function, EventSource source, Connections connections) {
        var started = new SqsEventSource(function, source, connections);
        started.poller.start();
        return started;
    }

    /// Stops polling. Batches in work finish; what they no longer can delete comes again.
    @Override
    public void close() {
        open = false;
        poller.interrupt();
    }

    private void poll() {
        while (open) {
            try {
                concurrency.acquire();
                var batch = gather();
                Thread.ofVirtual().name("sqs-batch-" + source.queue()).start(() -> work(batch));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SdkException e) {
                concurrency.release();
                complain("could not receive", e);
            }
        }
    }

    private List<Message> gather() {
        var batch = new MessageBatch(source, connections.clock());
        while (open && !batch.complete()) {
            batch.add(receive(Math.min(ONE_RECEIVE, batch.room())));
        }
        return batch.messages();
    }

    private List<Message> receive(int most) {
        var request = ReceiveMessageRequest.builder()
                .queueUrl(queueUrl)
                .maxNumberOfMessages(most)
                .waitTimeSeconds(source.window().isZero() ? LONG_POLL_SECONDS : 1)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                .messageAttributeNames("All")
                .build();
        return connections.sqs().receiveMessage(request).messages();
    }

    private void work(List<Message> messages) {
        try {
            if (!messages.isEmpty()) {
                var ids = messages.stream().map(Message::messageId).collect(Collectors.toSet());
                var payload = new SqsEvent(source.queue(), messages).payload();
                var response = BatchResponse.of(connections.lambda().invoke(function, payload), ids);
                if (response.whole()) {
                    LOG.warn("function {} failed a batch of {} from {}", function, messages.size(), source.queue());
                }
                delete(messages.stream()
                        .filter(message -> !response.failed().contains(message.messageId()))
                        .toList());
            }
        } catch (SdkException e) {
            complain("could not delete what succeeded", e);
        } finally {
            concurrency.release();
        }
    }

    private void delete(List<Message> done) {
        for (var from = 0; from < done.size(); from += ONE_RECEIVE) {
            var entries = done.subList(from, Math.min(done.size(), from + ONE_RECEIVE)).stream()
                    .map(message -> DeleteMessageBatchRequestEntry.builder()
                            .id(message.messageId())
                            .receiptHandle(message.receiptHandle())
                            .build())
                    .toList();
            connections
                    .sqs()
                    .deleteMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
        }
    }

    // While closing, the engine may stop first; that is nothing to report.
    private void complain(String what, SdkException e) {
        if (open) {
            LOG.warn("event source {} of function {} {}", source.queue(), function, what, e);
        }
    }
}
