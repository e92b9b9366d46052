package dev.ferry.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// Handlers for tests of the host.
public final class SampleHandlers {

    private SampleHandlers() {}

    /// An event of [Greet].
    public record Name(String name) {}

    /// An answer of [Greet].
    public record Greeting(String text, String function, int memoryMb) {}

    /// Greets with what the context says.
    public static final class Greet implements RequestHandler<Name, Greeting> {

        @Override
        public Greeting handleRequest(Name input, Context context) {
            System.out.println("greeting");
            return new Greeting("Hello " + input.name(), context.getFunctionName(), context.getMemoryLimitInMB());
        }
    }

    /// Answers with the bytes it got.
    public static final class Echo implements RequestStreamHandler {

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            input.transferTo(output);
        }
    }

    /// Throws.
    public static final class Fail implements RequestHandler<Map<String, Object>, Void> {

        @Override
        public Void handleRequest(Map<String, Object> input, Context context) {
            throw new IllegalStateException("no luck");
        }
    }

    /// Cannot be constructed.
    public static final class Unbuildable implements RequestHandler<String, String> {

        /// Throws.
        public Unbuildable() {
            throw new UnsupportedOperationException("not today");
        }

        @Override
        public String handleRequest(String input, Context context) {
            return input;
        }
    }

    /// Waits until it is interrupted.
    public static final class Hang implements RequestHandler<String, String> {

        @Override
        public String handleRequest(String input, Context context) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return input;
        }
    }

    /// Answers with the identity of its instance.
    public static final class Identity implements RequestHandler<String, Integer> {

        @Override
        public Integer handleRequest(String input, Context context) {
            return System.identityHashCode(this);
        }
    }

    /// Reports every message whose body is `bad`, and throws for one that is `throw`.
    public static final class Judge implements RequestHandler<SQSEvent, SQSBatchResponse> {

        @Override
        public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
            var failures = event.getRecords().stream()
                    .filter(message -> message.getBody().equals("bad"))
                    .map(message -> new SQSBatchResponse.BatchItemFailure(message.getMessageId()))
                    .toList();
            return new SQSBatchResponse(List.copyOf(failures));
        }
    }
}
