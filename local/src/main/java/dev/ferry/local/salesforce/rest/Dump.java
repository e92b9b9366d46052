package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.Row;
import dev.ferry.local.salesforce.store.Table;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.IntStream;

/// All records of an object as REST would return them, live ones only, in the order of their ids.
public final class Dump {
    private final Org org;
    private final String version;

    public Dump(Org org, String version) {
        this.org = org;
        this.version = version;
    }

    /// The records, each read when it is asked for.
    public Iterator<JsonNode> records(SObjectType type) {
        Table table = org.store().table(type);
        RecordJson json = new RecordJson(org.store(), org.engine().reader(), version);
        return IntStream.rangeClosed(1, org.store().read(table::highest))
                .<Row>mapToObj(number -> org.store().read(() -> table.at(number)))
                .filter(Objects::nonNull)
                .filter(Row::live)
                .<JsonNode>map(row -> json.whole(type, row))
                .iterator();
    }
}
