package dev.ferry.salesforce.client.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// REST resources that have no method of their own, for example schema deployments and file uploads.
///
/// `resource` is the path below the API version and begins with a slash; `attempted` completes "Could not
/// ..." in errors and holds no value of a record. All methods block; only [#get] is repeated when Salesforce
/// does not answer.
public interface RawCalls {
    /// Reads a document.
    JsonNode get(String resource, String attempted);

    /// Posts a document and reads the answer; an empty answer is a missing node.
    JsonNode post(String resource, JsonNode document, String attempted);

    /// Patches with a document and reads the answer; an empty answer is a missing node.
    JsonNode patch(String resource, JsonNode document, String attempted);

    /// Posts parts as `multipart/form-data`, streaming each, and reads the answer.
    JsonNode postParts(String resource, List<Part> parts, String attempted);
}
