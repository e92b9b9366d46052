package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.salesforce.dml.Binding;
import dev.ferry.local.salesforce.dml.RowInput;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.SObjectType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record with a binary body, as a multipart request brings it: the JSON in the first part, the body in one named
/// after its field.
final class BlobParts {
    private BlobParts() {}

    static RowInput record(Call call, SObjectType type, RowInputs inputs) {
        List<Multipart.Part> parts = Multipart.parse(call.request());
        if (parts.isEmpty()) {
            throw new ApiException(400, "INVALID_MULTIPART_REQUEST", "The request has no parts");
        }
        JsonNode json = Json.read(parts.getFirst().content());
        RowInput fields = inputs.read(type, json);
        List<Binding> bindings = new ArrayList<>(fields.bindings());
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(fields.cells()));
        for (Multipart.Part part : parts.subList(1, parts.size())) {
            type.field(part.name())
                    .filter(field -> field.type() == FieldType.BASE64)
                    .ifPresent(field -> {
                        bindings.add(new Binding.Plain(field));
                        cells.add(part.content());
                    });
        }
        return new RowInput(bindings, cells.toArray());
    }
}
