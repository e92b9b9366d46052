package dev.ferry.local.asapp.http;

import dev.ferry.local.asapp.calls.CallRecord;
import dev.ferry.local.asapp.calls.Verdict;
import dev.ferry.local.asapp.limits.Admission;
import dev.ferry.local.asapp.limits.Gate;
import dev.ferry.local.asapp.tenant.ApiKey;
import dev.ferry.local.asapp.tenant.Faults;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.journal.RecordLog;
import dev.ferry.local.simulation.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// The API as clients meet it: keys, limits and faults around the resources, and a record of every request.
///
/// *Threading*: safe for concurrent use.
public final class ApiFront {
    private static final System.Logger LOG = System.getLogger(ApiFront.class.getName());
    private static final String ID = "asapp-api-id";
    private static final String SECRET = "asapp-api-secret";

    private final Tenant tenant;
    private final Gate gate;
    private final RecordLog<CallRecord> log;
    private final Resource api;
    private final Resource admin;

    /// @param admin answers below `/sim/`, without key, limit or record
    public ApiFront(Tenant tenant, Gate gate, RecordLog<CallRecord> log, Resource api, Resource admin) {
        this.tenant = tenant;
        this.gate = gate;
        this.log = log;
        this.api = api;
        this.admin = admin;
    }

    /// Answers a request.
    public Response answer(Request request) throws IOException {
        if (request.path().startsWith("/sim/")) {
            return refusable(request, admin);
        }
        Optional<ApiKey> key = request.header(ID)
                .flatMap(id -> request.header(SECRET)
                        .flatMap(secret -> tenant.credentials().find(id, secret)));
        Admission admission = key.map(gate::admit).orElseGet(() -> gate.note(Verdict.UNKNOWN_KEY));
        Response response = switch (admission.verdict()) {
            case ADMITTED -> admitted(request);
            case SPIKE_ARREST, DAY_EXHAUSTED -> error(429);
            case REVOKED, UNKNOWN_KEY -> error(401);
            case DOWNLOAD -> throw new IllegalStateException("A download came to the API");
        };
        log.add(new CallRecord(
                0,
                admission.arrivalNanos(),
                tenant.clock().at(admission.arrivalNanos()),
                request.header(ID).orElse(""),
                request.method(),
                request.path(),
                response.status(),
                admission.verdict(),
                admission.counted()));
        return response;
    }

    private Response admitted(Request request) throws IOException {
        Faults faults = tenant.knobs().faults();
        Pause.of(Duration.ofMillis(faults.latencyMs()));
        if (tenant.chance().strikes(faults.dropConnectionRate())) {
            return Response.broken();
        }
        if (tenant.chance().strikes(faults.error429Rate())) {
            return error(429);
        }
        if (tenant.chance().strikes(faults.error5xxRate())) {
            var statuses = faults.error5xxStatuses();
            return error(statuses.get(tenant.chance().below(statuses.size())));
        }
        return refusable(request, api);
    }

    private Response refusable(Request request, Resource resource) throws IOException {
        try {
            return resource.answer(request);
        } catch (ApiException e) {
            return e.response(tenant.chance().id().toString());
        } catch (RuntimeException e) {
            // A fault of the simulator must look like one of the provider: an answer, and a line in the record.
            LOG.log(System.Logger.Level.ERROR, "The simulated API failed on " + request.path(), e);
            return error(500);
        }
    }

    private Response error(int status) {
        return ApiException.of(status).response(tenant.chance().id().toString());
    }
}
