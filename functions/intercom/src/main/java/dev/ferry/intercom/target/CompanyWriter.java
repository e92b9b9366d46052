package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.load.Chunk;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import dev.ferry.intercom.client.Companies;
import java.util.Set;

/// Writes companies. Making one and changing it are the same call, which may be repeated.
final class CompanyWriter {
    static final ObjectName OBJECT = AttributeModel.COMPANY.object();

    // Cannot be changed, so a change does not name it.
    private static final Set<String> KEY = Set.of("company_id");

    private final Companies companies;

    CompanyWriter(Companies companies) {
        this.companies = companies;
    }

    Outcome write(StagedRecord record, RecordWriter.Group group) {
        if (group.write() == Chunk.Write.INSERT) {
            JsonNode made = companies.put(Documents.of(OBJECT, record.fields(), Set.of()));
            return new Outcome.Created(made.path("id").asText());
        }
        String id = record.existing().orElseThrow();
        companies.update(id, Documents.of(OBJECT, record.fields(), KEY));
        return new Outcome.Updated(id);
    }
}
