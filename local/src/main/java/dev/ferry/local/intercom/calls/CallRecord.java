package dev.ferry.local.intercom.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.journal.RecordLog;

/// One call of the API.
///
/// *Shape* as JSON: the components by name. *Units*: nanoseconds and seconds since 1970; the window is one of the
/// workspace's time.
///
/// @param seq its place in the order of arrival, from 1
/// @param arrivalNanos real time
/// @param window when the window began that it was counted in; 0 for unknown tokens
/// @param route method and path with variables in place of ids
/// @param path what was asked for
/// @param status 0 when the connection was broken on purpose
/// @param done whether the workspace did what was asked for, whatever the answer says
/// @param fault the fault that struck it, or empty
public record CallRecord(
        long seq,
        long arrivalNanos,
        long window,
        String app,
        String route,
        String path,
        int status,
        Verdict verdict,
        boolean done,
        String fault,
        String requestId)
        implements RecordLog.Entry<CallRecord> {

    @Override
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("seq", seq)
                .put("arrivalNanos", arrivalNanos)
                .put("window", window)
                .put("app", app)
                .put("route", route)
                .put("path", path)
                .put("status", status)
                .put("verdict", verdict.name())
                .put("done", done)
                .put("fault", fault)
                .put("requestId", requestId);
    }

    /// From one JSON object.
    public static CallRecord of(JsonNode json) {
        return new CallRecord(
                json.path("seq").longValue(),
                json.path("arrivalNanos").longValue(),
                json.path("window").longValue(),
                json.path("app").textValue(),
                json.path("route").textValue(),
                json.path("path").textValue(),
                json.path("status").intValue(),
                Verdict.valueOf(json.path("verdict").textValue()),
                json.path("done").booleanValue(),
                json.path("fault").textValue(),
                json.path("requestId").textValue());
    }

    @Override
    public CallRecord numbered(long number) {
        return new CallRecord(number, arrivalNanos, window, app, route, path, status, verdict, done, fault, requestId);
    }
}
