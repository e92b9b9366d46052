package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.salesforce.org.Faults;
import dev.ferry.local.salesforce.schema.SObjectType;
import java.util.List;
import java.util.regex.Pattern;

/// `/limits` and `/limits/recordCount`.
final class LimitsResource implements Resource {
    private static final Pattern COMMA = Pattern.compile(",");
    private static final long MB = 1_048_576;
    private final Org org;
    private final ApiUsage usage;

    LimitsResource(Org org, ApiUsage usage) {
        this.org = org;
        this.usage = usage;
    }

    @Override
    public Response answer(Call call) {
        return call.segment(1).equals("recordCount") ? recordCount(call) : limits();
    }

    private Response limits() {
        Faults faults = org.state().faults();
        ObjectNode json = Json.object();
        put(json, "DailyApiRequests", faults.dailyApiMax(), usage.used());
        put(json, "DailyBulkApiBatches", faults.dailyBatchMax(), org.ingest().batchesOfTheDay());
        put(json, "DailyBulkV2QueryJobs", 10_000, org.queries().list().size());
        put(json, "DailyBulkV2QueryFileStorageMB", 976_562, 0);
        put(json, "DataStorageMB", faults.storageMB(), org.dml().storage().dataBytes() / MB);
        put(json, "FileStorageMB", faults.fileStorageMB(), org.dml().storage().fileBytes() / MB);
        put(json, "ConcurrentAsyncGetReportInstances", 200, 0);
        return Response.ok(json);
    }

    private static void put(ObjectNode json, String name, long max, long used) {
        json.putObject(name).put("Max", max).put("Remaining", Math.max(0, max - used));
    }

    private Response recordCount(Call call) {
        String wanted = call.parameter("sObjects", "");
        List<SObjectType> types = wanted.isEmpty()
                ? org.schema().types()
                : COMMA.splitAsStream(wanted)
                        .flatMap(name -> org.schema().type(name.strip()).stream())
                        .toList();
        ObjectNode json = Json.object();
        ArrayNode counts = json.putArray("sObjects");
        org.store().read(() -> {
            for (SObjectType type : types) {
                int live = org.store().table(type).live();
                // Objects without rows are left out.
                if (live > 0) {
                    counts.addObject().put("count", live).put("name", type.name());
                }
            }
            return counts;
        });
        return Response.ok(json);
    }
}
