package dev.ferry.salesforce.client.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.http.Json;
import dev.ferry.salesforce.client.internal.Paths;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An ingest job to be created, together with the layout of its file, so that a file the job would refuse
/// cannot be paired with it.
///
/// Errors: refuses a delete file with other columns than `Id`, an update without `Id`, an upsert without its
/// key's column, and a key where there is no upsert. Never carries an assignment rule.
public record IngestRequest(
        String object, IngestOperation operation, @Nullable String externalIdField, CsvLayout layout) {
    private static final String ID = "Id";

    /// Checks the columns against the operation.
    public IngestRequest {
        Paths.name(object);
        if ((operation == IngestOperation.UPSERT) != (externalIdField != null)) {
            throw new IllegalArgumentException(
                    "An external id field belongs to upsert and to nothing else, not to " + operation.text());
        }
        var fits = switch (operation) {
            case INSERT -> !layout.has(ID);
            case UPDATE -> layout.has(ID);
            case UPSERT -> externalIdField != null && layout.has(externalIdField);
            case DELETE, HARD_DELETE -> layout.columns().size() == 1 && layout.has(ID);
        };
        if (!fits) {
            throw new IllegalArgumentException(
                    operation.text() + " of " + object + " does not go with the columns " + layout.columns());
        }
    }

    /// Creates records; the layout has no `Id`.
    public static IngestRequest insert(String object, CsvLayout layout) {
        return new IngestRequest(object, IngestOperation.INSERT, null, layout);
    }

    /// Changes records by their `Id`.
    public static IngestRequest update(String object, CsvLayout layout) {
        return new IngestRequest(object, IngestOperation.UPDATE, null, layout);
    }

    /// Creates or changes records by an external id. A row with a blank key would be a silent duplicate: the
    /// writer of the rows sees to that.
    public static IngestRequest upsert(String object, String externalIdField, CsvLayout layout) {
        return new IngestRequest(object, IngestOperation.UPSERT, externalIdField, layout);
    }

    /// Moves records to the recycle bin; the file is [#ids()].
    public static IngestRequest delete(String object) {
        return new IngestRequest(object, IngestOperation.DELETE, null, ids());
    }

    /// Removes records for good; the file is [#ids()].
    public static IngestRequest hardDelete(String object) {
        return new IngestRequest(object, IngestOperation.HARD_DELETE, null, ids());
    }

    /// The only layout that a delete takes.
    public static CsvLayout ids() {
        return CsvLayout.of(List.of(ID));
    }

    ObjectNode body() {
        var body = Json.object().put("object", object).put("operation", operation.text());
        if (externalIdField != null) {
            body.put("externalIdFieldName", externalIdField);
        }
        return body.put("contentType", "CSV")
                .put("columnDelimiter", layout.delimiter().name())
                .put("lineEnding", "LF");
    }
}
