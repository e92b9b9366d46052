package dev.ferry.local.intercom.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.calls.CallRecord;
import dev.ferry.local.intercom.calls.CallUsage;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.FaultPlan;
import dev.ferry.local.intercom.workspace.PlannedFault;
import dev.ferry.local.intercom.workspace.Workspace;
import dev.ferry.local.journal.RecordLog;
import dev.ferry.local.simulation.ClockControl;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Answers below `/sim/v1/`.
///
/// | Call | What it does |
/// |---|---|
/// | `GET`, `PATCH knobs` | shows all; changes some, in force at once |
/// | `GET`, `PUT clock` | shows and sets the time |
/// | `GET`, `POST`, `DELETE faults` | planned faults: shows, adds one, forgets all |
/// | `GET calls?after=`, `calls/usage` | every call; how much of the limits they used |
/// | `GET notifications` | what would have left for customers |
/// | `GET dump/{Object}` | what the workspace holds |
/// | `POST contacts/{id}/unrestorable` | archives for good: `{"why":"merged"}` or `blocked` |
/// | `POST reset` | empties the workspace |
public final class AdminCalls {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final List<String> AT_START = List.of("clock", "clockSpeed");

    private final Workspace workspace;
    private final ClockControl clock;
    private final FaultPlan faults;
    private final RecordLog<CallRecord> log;
    private final Deeds deeds;

    /// What is done to the workspace rather than to the simulator.
    ///
    /// @param dump the records of an object; `IllegalArgumentException` for one that there is not
    /// @param makeUnrestorable takes a contact's id and why
    public record Deeds(
            Function<String, Iterator<JsonNode>> dump, BiConsumer<String, String> makeUnrestorable, Runnable reset) {}

    public AdminCalls(
            Workspace workspace, ClockControl clock, FaultPlan faults, RecordLog<CallRecord> log, Deeds deeds) {
        this.workspace = workspace;
        this.clock = clock;
        this.faults = faults;
        this.log = log;
        this.deeds = deeds;
    }

    /// Answers a request; refusals are one line of text.
    public Response answer(Request request) throws IOException {
        try {
            List<String> path = request.segments();
            String name = path.size() > 2 ? path.get(2) : "";
            String below = path.size() > 3 ? path.get(3) : "";
            return switch (request.method() + " " + name) {
                case "GET knobs" -> Response.ok(workspace.knobs().json());
                case "PATCH knobs", "PUT knobs" -> knobs(request);
                case "GET clock" -> Response.ok(clock.json());
                case "PUT clock", "PATCH clock" -> time(request);
                case "GET faults" -> planned();
                case "POST faults" -> plan(request);
                case "DELETE faults" -> {
                    faults.clear();
                    yield Response.empty(204);
                }
                case "GET calls" ->
                    below.equals("usage") ? Response.ok(CallUsage.of(log).json()) : calls(request);
                case "GET notifications" -> lines(deeds.dump().apply("Notification"));
                case "GET dump" -> lines(deeds.dump().apply(below));
                case "POST contacts" -> unrestorable(request, below);
                case "POST reset" -> {
                    deeds.reset().run();
                    yield Response.empty(204);
                }
                default -> refused(404, "There is no such call");
            };
        } catch (IllegalArgumentException | DateTimeException | JsonProcessingException e) {
            return refused(400, String.valueOf(e.getMessage()));
        } catch (ApiException e) {
            return refused(404, String.valueOf(e.getMessage()));
        }
    }

    private static Response refused(int status, String reason) {
        return Response.text(status, "text/plain;charset=UTF-8", reason + "\n");
    }

    private Response knobs(Request request) throws IOException {
        JsonNode changes = MAPPER.readTree(request.bytes());
        AT_START.stream().filter(changes::has).findFirst().ifPresent(late -> {
            throw new IllegalArgumentException(late + " is read at the start");
        });
        synchronized (this) {
            workspace.knobs(workspace.knobs().with(changes));
        }
        return Response.ok(workspace.knobs().json());
    }

    private Response time(Request request) throws IOException {
        clock.set(MAPPER.readTree(request.bytes()));
        return Response.ok(clock.json());
    }

    private Response plan(Request request) throws IOException {
        faults.add(MAPPER.readValue(request.bytes(), PlannedFault.class));
        return planned();
    }

    private Response planned() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        faults.planned().forEach(fault -> list.add(MAPPER.<JsonNode>valueToTree(fault)));
        return Response.ok(list);
    }

    private Response unrestorable(Request request, String id) throws IOException {
        String why = MAPPER.readTree(request.bytes()).path("why").asText();
        if (!why.equals("merged") && !why.equals("blocked")) {
            throw new IllegalArgumentException("why is either merged or blocked");
        }
        deeds.makeUnrestorable().accept(id, why);
        return Response.empty(204);
    }

    private Response calls(Request request) {
        long after = Long.parseLong(request.query().getOrDefault("after", "0"));
        return Response.stream("application/x-ndjson", out -> {
            try {
                log.all(call -> {
                    if (call.seq() > after) {
                        line(out, call.json());
                    }
                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    private static Response lines(Iterator<JsonNode> records) {
        return Response.stream("application/x-ndjson", out -> {
            try {
                records.forEachRemaining(one -> line(out, one));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    private static void line(OutputStream out, JsonNode json) {
        try {
            out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
