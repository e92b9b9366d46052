package dev.ferry.local.lambda;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Lambda's own JSON for one type, chosen as the Java runtime chooses it: AWS event classes have serialisers of
/// their own, everything else goes through the runtime's Jackson.
///
/// *Threading*: for one call at a time, as the runtime's serialisers are not documented to be safe for concurrent
/// use; as in the runtime, each instance of a handler has its own.
record PayloadSerializer(Type type, PojoSerializer<Object> serializer) {

    static PayloadSerializer of(Type type) {
        if (type instanceof Class<?> event && LambdaEventSerializers.isLambdaSupportedEvent(event.getName())) {
            @SuppressWarnings("unchecked")
            var eventClass = (Class<Object>) event;
            return new PayloadSerializer(
                    type, LambdaEventSerializers.serializerFor(eventClass, event.getClassLoader()));
        }
        return new PayloadSerializer(type, JacksonFactory.getInstance().getSerializer(type));
    }

    /// The object that a payload spells; null when it spells `null`.
    @Nullable
    Object read(byte[] payload) {
        return serializer.fromJson(new ByteArrayInputStream(payload));
    }

    /// The payload for an answer; `null` for none.
    byte[] write(@Nullable Object answer) {
        if (answer == null || Void.class.equals(type)) {
            return "null".getBytes(StandardCharsets.UTF_8);
        }
        var bytes = new ByteArrayOutputStream();
        serializer.toJson(answer, bytes);
        return bytes.toByteArray();
    }
}
