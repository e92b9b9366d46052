package dev.ferry.core.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// A plan as JSON, and the JSON Schema that describes it.
///
/// *Errors*: `INTERNAL` when a file is no plan of this version.
public final class PlanJson {
    private static final String SCHEMA_RESOURCE = "/dev/ferry/core/plan/plan.v1.schema.json";
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private PlanJson() {}

    /// The plan as UTF-8 JSON.
    public static byte[] write(PlanResults plan) {
        try {
            return MAPPER.writeValueAsBytes(plan);
        } catch (JsonProcessingException e) {
            throw new FerryException(ErrorCode.INTERNAL, "could not write plan " + plan.planId(), e);
        }
    }

    /// The plan that a file holds. Properties that a later minor version added are ignored.
    public static PlanResults read(byte[] json) {
        try {
            return MAPPER.readValue(json, PlanResults.class);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.INTERNAL, "a file that is not " + PlanResults.SCHEMA + " was read", e);
        }
    }

    /// The JSON Schema of a plan.
    public static String schema() {
        try (InputStream in = PlanJson.class.getResourceAsStream(SCHEMA_RESOURCE)) {
            if (in == null) {
                throw new FerryException(ErrorCode.INTERNAL, "resource is missing: " + SCHEMA_RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.INTERNAL, "could not read resource " + SCHEMA_RESOURCE, e);
        }
    }
}
