package dev.ferry.local.intercom.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.calls.CallRecord;
import dev.ferry.local.intercom.calls.Verdict;
import dev.ferry.local.intercom.limits.Admission;
import dev.ferry.local.intercom.limits.RateWindows;
import dev.ferry.local.intercom.workspace.App;
import dev.ferry.local.intercom.workspace.Workspace;
import dev.ferry.local.journal.RecordLog;
import dev.ferry.local.simulation.Pause;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// The API as clients meet it: tokens, windows and faults around the endpoints, and a record of every call.
///
/// *Threading*: safe for concurrent use.
public final class ApiFront {
    private static final System.Logger LOG = System.getLogger(ApiFront.class.getName());
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Workspace workspace;
    private final RateWindows windows;
    private final FaultPlan faults;
    private final RecordLog<CallRecord> log;
    private final Routes routes;
    private final ExchangeObserver observer;
    private final Door door;

    /// What the front asks about each request.
    ///
    /// @param log where each request is written down
    public record Surroundings(Workspace workspace, RateWindows windows, FaultPlan faults, RecordLog<CallRecord> log) {}

    public ApiFront(Surroundings surroundings, Routes routes, ExchangeObserver observer) {
        this.workspace = surroundings.workspace();
        this.windows = surroundings.windows();
        this.faults = surroundings.faults();
        this.log = surroundings.log();
        this.routes = routes;
        this.observer = observer;
        this.door = new Door(workspace);
    }

    /// What became of a call.
    private record Fate(Response response, boolean done, String fault) {
        static Fate refused(Response response) {
            return new Fate(response, false, "");
        }
    }

    /// A request as it came.
    ///
    /// @param route its name for records and faults
    /// @param arrival real nanoseconds since 1970
    /// @param id the request id that the answer carries
    private record Asked(Request request, String route, long arrival, String id) {}

    /// How a call came through the door.
    private record Passage(String app, long window, Verdict verdict) {}

    /// Answers a request of the API.
    public Response answer(Request request) throws IOException {
        Asked asked = new Asked(
                request,
                routes.name(request),
                workspace.clock().realNanos(),
                workspace.chance().id().toString());
        Optional<App> app = door.app(request);
        if (app.isEmpty()) {
            Response refused =
                    refused(request, new ApiException(401, "unauthorized", "Access Token Invalid"), asked.id());
            record(asked, new Passage("", 0, Verdict.UNKNOWN_TOKEN), Fate.refused(refused));
            return refused;
        }
        Admission admission = windows.admit(
                app.get(),
                workspace.clock().at(asked.arrival()).getEpochSecond(),
                workspace.knobs().limits());
        Fate fate = admission.passes()
                ? admitted(asked, app.get())
                : Fate.refused(refused(request, overLimit(admission.refusedBy()), asked.id()));
        Verdict verdict = admission.passes() ? Verdict.ADMITTED : Verdict.WINDOW_FULL;
        record(asked, new Passage(app.get().name(), admission.window(), verdict), fate);
        return admission.mark(fate.response()).with("X-Request-Id", asked.id());
    }

    private void record(Asked asked, Passage passage, Fate fate) {
        log.add(new CallRecord(
                0,
                asked.arrival(),
                passage.window(),
                passage.app(),
                asked.route(),
                asked.request().path(),
                fate.response().status(),
                passage.verdict(),
                fate.done(),
                fate.fault(),
                asked.id()));
    }

    private static ApiException overLimit(int limit) {
        return new ApiException(429, "rate_limit_exceeded", "Exceeded rate limit of %d in 10_seconds".formatted(limit));
    }

    private Fate admitted(Asked asked, App app) throws IOException {
        Pause.of(Duration.ofMillis(workspace.knobs().faults().latencyMs()));
        Optional<FaultPlan.Strike> strike = faults.strike(asked.route());
        if (strike.isEmpty()) {
            Response response = done(asked.request(), app, asked.id());
            return new Fate(response, isDone(response), "");
        }
        return struck(asked, app, strike.get());
    }

    private Fate struck(Asked asked, App app, FaultPlan.Strike strike) throws IOException {
        Request request = asked.request();
        String fault = strike.kind().name();
        return switch (strike.kind()) {
            case STATUS -> new Fate(refused(request, failure(strike.status()), asked.id()), false, fault);
            case DROP -> new Fate(Response.broken(), false, fault);
            case STATUS_AFTER -> {
                boolean done = isDone(done(request, app, asked.id()));
                yield new Fate(refused(request, failure(strike.status()), asked.id()), done, fault);
            }
            case DROP_AFTER -> new Fate(Response.broken(), isDone(done(request, app, asked.id())), fault);
            case MALFORMED -> {
                Response response = done(request, app, asked.id());
                yield new Fate(cut(response), isDone(response), fault);
            }
            case TWICE -> {
                byte[] body = request.bytes();
                Response first = done(again(request, body), app, asked.id());
                Response second = done(again(request, body), app, asked.id());
                yield new Fate(second, isDone(first) || isDone(second), fault);
            }
        };
    }

    private static Request again(Request request, byte[] body) {
        return new Request(
                request.method(),
                request.segments(),
                request.query(),
                request.headers(),
                new ByteArrayInputStream(body));
    }

    private static boolean isDone(Response response) {
        return response.status() < 300;
    }

    private ApiException failure(int status) {
        return switch (status) {
            case 408 -> new ApiException(408, "request_timeout", "Request timed out");
            case 429 -> overLimit(workspace.knobs().limits().perWindow());
            case 502 -> new ApiException(502, "server_error", "Bad Gateway");
            case 503 ->
                new ApiException(503, "service_unavailable", "Sorry, the API service is temporarily unavailable");
            case 504 -> new ApiException(504, "server_timeout", "Server timed out");
            default -> new ApiException(status, status < 500 ? "client_error" : "server_error", "Something went wrong");
        };
    }

    private static Response cut(Response response) throws IOException {
        byte[] whole = bytes(response);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        return new Response(response.status(), response.headers(), new Response.Bytes(half));
    }

    private Response done(Request request, App app, String requestId) throws IOException {
        JsonNode asked = MissingNode.getInstance();
        ApiVersion version = ApiVersion.NEWEST;
        Response response;
        try {
            byte[] bytes = door.bytes(request);
            door.checkHeaders(request, bytes.length > 0);
            version = door.version(request, app);
            Routes.Target target = routes.find(request, version);
            ObjectNode body = Door.json(bytes);
            asked = bytes.length == 0 ? asked : body;
            response = answer(
                    target, new Call(app, version, target.name(), target.path(), request.query(), body, requestId));
        } catch (ApiException e) {
            response = e.response(requestId);
        }
        observe(request, version, asked, response);
        return response;
    }

    private void observe(Request request, ApiVersion version, JsonNode asked, Response response) {
        observer.exchanged(() ->
                new Exchange(routes.name(request), version, request.query(), asked, response.status(), json(response)));
    }

    private Response refused(Request request, ApiException error, String requestId) {
        Response response = error.response(requestId);
        observe(request, ApiVersion.NEWEST, MissingNode.getInstance(), response);
        return response;
    }

    private Response answer(Routes.Target target, Call call) throws IOException {
        try {
            return target.endpoint().answer(call);
        } catch (ApiException e) {
            return e.response(call.requestId());
        } catch (RuntimeException e) {
            // A fault of the simulator must look like one of the provider: an answer, and a line in the record.
            LOG.log(System.Logger.Level.ERROR, "The simulated API failed on " + target.name(), e);
            return failure(500).response(call.requestId());
        }
    }

    private static JsonNode json(Response response) {
        try {
            byte[] bytes = bytes(response);
            return bytes.length == 0 ? MissingNode.getInstance() : MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading back an answer", e);
        }
    }

    private static byte[] bytes(Response response) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        response.body().write(bytes);
        return bytes.toByteArray();
    }
}
