package dev.ferry.salesforce.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.staging.AttachmentStore;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.salesforce.client.ErrorCode;
import dev.ferry.salesforce.client.RecordError;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.SalesforceId;
import dev.ferry.salesforce.client.rest.Part;
import dev.ferry.salesforce.client.rest.SObjectRecord;
import dev.ferry.salesforce.client.rest.SaveResult;
import java.io.FileNotFoundException;
import java.util.List;
import java.util.OptionalLong;

/// Makes files: a call each, whose bytes are streamed from the store of attachments and never held.
///
/// *Shape*: a record's `VersionData` is the hash under which its bytes are stored. *Source*: reference, section
/// 6.1; at most 2 GB a file.
final class FileUpload {
    private static final String DATA = "VersionData";
    private static final String RESOURCE = "/sobjects/" + ObjectRules.FILE;
    private static final String BYTES = "application/octet-stream";
    private static final int BAD_REQUEST = 400;

    private final SalesforceClient client;
    private final AttachmentStore files;

    FileUpload(SalesforceClient client, AttachmentStore files) {
        this.client = client;
        this.files = files;
    }

    /// Makes one file after the other; the results stand in the order of the records.
    List<SaveResult> create(List<SObjectRecord> records) {
        return records.stream()
                .map(record -> create(record.fields().deepCopy()))
                .toList();
    }

    private SaveResult create(ObjectNode json) {
        BodyHash hash = new BodyHash(json.path(DATA).asText());
        OptionalLong size = files.size(hash);
        if (size.isEmpty()) {
            return new SaveResult.Refused(List.of(RecordError.parse(
                    "FILE_NOT_STORED:no bytes are stored under the attachment's hash:" + DATA + "--")));
        }
        json.remove(DATA);
        Part bytes = Part.file(
                DATA,
                "file",
                BYTES,
                size.getAsLong(),
                () -> files.open(hash)
                        .orElseThrow(() -> new FileNotFoundException("the bytes of an attachment are gone")));
        try {
            JsonNode answer = client.raw()
                    .postParts(RESOURCE, List.of(Part.json("entity_content", json), bytes), "upload a file");
            return new SaveResult.Saved(new SalesforceId(answer.path("id").asText()), true);
        } catch (SalesforceException refusal) {
            if (refusal.code() == ErrorCode.REFUSED
                    && refusal.status() == BAD_REQUEST
                    && !refusal.errors().isEmpty()) {
                return new SaveResult.Refused(refusal.errors());
            }
            throw refusal;
        }
    }
}
