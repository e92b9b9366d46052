package dev.ferry.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/// One instance of a function's handler class, called with bytes and answering bytes.
sealed interface Handler {

    /// Calls the handler. Whatever the handler throws is thrown as it is.
    byte[] handle(byte[] payload, Context context) throws IOException;

    /// Makes an instance with the public constructor that takes no arguments.
    ///
    /// *Errors*: what the constructor throws; `IllegalArgumentException` when the class is no handler.
    static Handler create(String className, ClassLoader classes) throws Throwable {
        try {
            var instance =
                    Class.forName(className, true, classes).getConstructor().newInstance();
            return switch (instance) {
                case RequestStreamHandler streams -> new OfStreams(streams);
                case RequestHandler<?, ?> objects -> OfObjects.wrap(objects);
                default ->
                    throw new IllegalArgumentException(
                            "Class does not implement an appropriate handler interface: " + className);
            };
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /// A handler that reads and writes bytes itself.
    record OfStreams(RequestStreamHandler handler) implements Handler {

        @Override
        public byte[] handle(byte[] payload, Context context) throws IOException {
            var answer = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(payload), answer, context);
            return answer.toByteArray();
        }
    }

    /// A handler of objects, which Lambda's serialisation reads from the payload and writes to the answer.
    record OfObjects(RequestHandler<Object, Object> handler, PayloadSerializer input, PayloadSerializer output)
            implements Handler {

        static OfObjects wrap(RequestHandler<?, ?> handler) {
            var types = HandlerTypes.of(handler.getClass());
            @SuppressWarnings("unchecked")
            var untyped = (RequestHandler<Object, Object>) handler;
            return new OfObjects(untyped, PayloadSerializer.of(types.input()), PayloadSerializer.of(types.output()));
        }

        @Override
        public byte[] handle(byte[] payload, Context context) {
            @Nullable Object event = input.read(payload);
            @Nullable Object answer = handler.handleRequest(event, context);
            return output.write(answer);
        }
    }
}
