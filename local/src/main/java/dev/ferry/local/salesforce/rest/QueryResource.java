package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.salesforce.soql.QueryResult;
import dev.ferry.local.salesforce.soql.SoqlParser;
import java.util.LinkedHashMap;
import java.util.Map;

/// `/query` and `/queryAll`, with pages behind `nextRecordsUrl`.
final class QueryResource implements Resource {
    private static final int PAGE = 2_000;
    private static final int MAX_CURSORS = 100;

    private final Org org;
    private final Map<String, QueryResult.Rows> cursors = new LinkedHashMap<>();
    private long cursorNumber;

    QueryResource(Org org) {
        this.org = org;
    }

    @Override
    public Response answer(Call call) {
        if (call.depth() > 1) {
            return more(call, call.segment(1));
        }
        String soql = call.parameter("q", "");
        if (soql.isBlank()) {
            throw new ApiException(400, "MALFORMED_QUERY", "SOQL statements cannot be empty or null");
        }
        boolean all = call.segment(0).equalsIgnoreCase("queryAll");
        QueryResult result = org.engine().run(SoqlParser.parse(soql), all);
        return switch (result) {
            case QueryResult.Count(int size) -> Response.ok(head(size));
            case QueryResult.Groups(var groups) -> Response.ok(groups(groups));
            case QueryResult.Rows rows -> Response.ok(page(call, rows, keep(rows), 0));
        };
    }

    private static ObjectNode head(int size) {
        ObjectNode json = Json.object().put("totalSize", size).put("done", true);
        json.putArray("records");
        return json;
    }

    private static ObjectNode groups(Iterable<Map<String, @org.jspecify.annotations.Nullable Object>> groups) {
        ObjectNode json = Json.object();
        ArrayNode records = Json.array();
        for (Map<String, @org.jspecify.annotations.Nullable Object> group : groups) {
            ObjectNode record = records.addObject();
            record.putObject("attributes").put("type", "AggregateResult");
            group.forEach((name, value) -> RecordJson.put(record, name, null, value));
        }
        json.put("totalSize", records.size()).put("done", true).set("records", records);
        return json;
    }

    private synchronized String keep(QueryResult.Rows rows) {
        if (rows.size() <= PAGE) {
            return "";
        }
        String cursor = "01g5e0000" + String.format(java.util.Locale.ROOT, "%09d", ++cursorNumber);
        cursors.put(cursor, rows);
        if (cursors.size() > MAX_CURSORS) {
            cursors.remove(cursors.keySet().iterator().next());
        }
        return cursor;
    }

    private Response more(Call call, String locator) {
        int dash = locator.lastIndexOf('-');
        QueryResult.Rows rows;
        synchronized (this) {
            rows = cursors.get(locator.substring(0, Math.max(dash, 0)));
        }
        if (rows == null) {
            throw new ApiException(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        return Response.ok(page(call, rows, locator.substring(0, dash), Integer.parseInt(locator.substring(dash + 1))));
    }

    private ObjectNode page(Call call, QueryResult.Rows result, String cursor, int from) {
        int to = Math.min(result.size(), from + PAGE);
        ObjectNode json = Json.object().put("totalSize", result.size()).put("done", to == result.size());
        if (to < result.size()) {
            json.put("nextRecordsUrl", call.link("/query/" + cursor + "-" + to));
        }
        RecordJson writer = new RecordJson(org.store(), org.engine().reader(), call.version());
        ArrayNode records = json.putArray("records");
        org.store().read(() -> {
            result.rows()
                    .subList(from, to)
                    .forEach(row -> records.add(writer.selected(result.type(), row, result.columns())));
            return to;
        });
        return json;
    }
}
