package dev.ferry.core.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// The artifact as JSON, and the JSON Schema that describes it.
///
/// *Errors*: `INTERNAL` when a file is not run results of this version.
public final class RunResultsJson {
    private static final String SCHEMA_RESOURCE = "/dev/ferry/core/report/run-results.v1.schema.json";
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantDeserializer()))
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private RunResultsJson() {}

    /// The artifact as UTF-8 JSON.
    public static byte[] write(RunResults results) {
        try {
            return MAPPER.writeValueAsBytes(results);
        } catch (JsonProcessingException e) {
            throw new FerryException(ErrorCode.INTERNAL, "could not write the results of run " + results.run(), e);
        }
    }

    /// The artifact that a file holds. Properties that a later minor version added are ignored.
    public static RunResults read(byte[] json) {
        try {
            return MAPPER.readValue(json, RunResults.class);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.INTERNAL, "a file that is not " + RunResults.SCHEMA + " was read", e);
        }
    }

    /// The JSON Schema of the artifact.
    public static String schema() {
        try (InputStream in = RunResultsJson.class.getResourceAsStream(SCHEMA_RESOURCE)) {
            if (in == null) {
                throw new FerryException(ErrorCode.INTERNAL, "resource is missing: " + SCHEMA_RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.INTERNAL, "could not read resource " + SCHEMA_RESOURCE, e);
        }
    }

    private static final class InstantDeserializer extends FromStringDeserializer<Instant> {
        @Serial
        private static final long serialVersionUID = 1L;

        private InstantDeserializer() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String value, DeserializationContext context) {
            return Instant.parse(value);
        }
    }
}
