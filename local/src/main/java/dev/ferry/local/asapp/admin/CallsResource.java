package dev.ferry.local.asapp.admin;

import dev.ferry.local.asapp.calls.CallRecord;
import dev.ferry.local.asapp.calls.CallUsage;
import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.journal.RecordLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// `/sim/v1/calls`: GET gives every recorded request, one JSON object a line, those after `?after=SEQ`; below it,
/// `usage` says how much of the limits they used.
public final class CallsResource implements Resource {
    private final RecordLog<CallRecord> log;

    public CallsResource(RecordLog<CallRecord> log) {
        this.log = log;
    }

    @Override
    public Response answer(Request request) {
        String below = request.segments().size() > 3 ? request.segments().get(3) : "";
        return switch (request.method() + " " + below) {
            case "GET " -> list(request);
            case "GET usage" -> Response.ok(CallUsage.of(log).json());
            default -> throw ApiException.of(404);
        };
    }

    private Response list(Request request) {
        long after = number(request.query().getOrDefault("after", "0"));
        return Response.stream("application/x-ndjson", out -> {
            try {
                log.all(call -> line(out, call, after));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    private static void line(OutputStream out, CallRecord call, long after) {
        if (call.seq() > after) {
            try {
                out.write((call.json() + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiException.of(400);
        }
    }
}
