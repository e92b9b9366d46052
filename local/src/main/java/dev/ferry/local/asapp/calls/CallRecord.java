package dev.ferry.local.asapp.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.journal.RecordLog;
import java.time.Instant;

/// One request and the status it was answered with. Parameters and bodies are not kept.
///
/// *Shape*: `{"seq":1,"arrivalNanos":1790000000000000000,"tenantTime":"2026-11-01T02:30:00Z","key":"ferry-api-id",
/// "method":"POST","path":"/fileexporter/v1/static/listfeeds","status":200,"verdict":"ADMITTED","counted":true}`
///
/// @param seq the order in which answers were made, from 1
/// @param arrivalNanos real nanoseconds since 1970, never the same or going back from one arrival to the next
/// @param tenantTime the tenant's time of the arrival, which the daily limit goes by
/// @param key the id that the request named, empty for none; a download that names one leaks it
/// @param status 0 when the connection was broken on purpose
/// @param counted whether it is one of the day's requests
public record CallRecord(
        long seq,
        long arrivalNanos,
        Instant tenantTime,
        String key,
        String method,
        String path,
        int status,
        Verdict verdict,
        boolean counted)
        implements RecordLog.Entry<CallRecord> {

    /// As one JSON object.
    @Override
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("seq", seq)
                .put("arrivalNanos", arrivalNanos)
                .put("tenantTime", tenantTime.toString())
                .put("key", key)
                .put("method", method)
                .put("path", path)
                .put("status", status)
                .put("verdict", verdict.name())
                .put("counted", counted);
    }

    /// From one JSON object.
    public static CallRecord of(JsonNode json) {
        return new CallRecord(
                json.path("seq").longValue(),
                json.path("arrivalNanos").longValue(),
                Instant.parse(json.path("tenantTime").textValue()),
                json.path("key").textValue(),
                json.path("method").textValue(),
                json.path("path").textValue(),
                json.path("status").intValue(),
                Verdict.valueOf(json.path("verdict").textValue()),
                json.path("counted").booleanValue());
    }

    @Override
    public CallRecord numbered(long number) {
        return new CallRecord(number, arrivalNanos, tenantTime, key, method, path, status, verdict, counted);
    }
}
