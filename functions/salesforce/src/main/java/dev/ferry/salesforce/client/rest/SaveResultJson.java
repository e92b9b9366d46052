package dev.ferry.salesforce.client.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.salesforce.client.SalesforceId;
import dev.ferry.salesforce.client.internal.ApiResponse;
import dev.ferry.salesforce.client.internal.ErrorBodies;

/// Reads `{"id","success","errors","created"}`; `created` is told by upserts only.
final class SaveResultJson {
    private SaveResultJson() {}

    static SaveResult of(ApiResponse response, JsonNode row, boolean createdOtherwise) {
        if (!row.path("success").isBoolean()) {
            throw response.malformed("a result without success");
        }
        if (!row.path("success").asBoolean()) {
            return new SaveResult.Refused(ErrorBodies.fromJson(row.path("errors")));
        }
        var id = row.path("id").asText("");
        if (!SalesforceId.isId(id)) {
            throw response.malformed("a success without an id");
        }
        return new SaveResult.Saved(new SalesforceId(id), row.path("created").asBoolean(createdOtherwise));
    }
}
