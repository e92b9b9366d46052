package dev.ferry.local.asapp.admin;

import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Body;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.asapp.tenant.Knobs;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `/sim/v1/knobs`: GET shows all, PATCH changes some, which are in force when the answer leaves.
///
/// A refused change answers 400 with a text that names the knob. Knobs that are read at the start are refused; a
/// running clock is set by [ClockResource].
public final class KnobsResource implements Resource {
    private static final List<String> AT_START =
            List.of("clock", "clockSpeed", "batchBucket", "pushConcurrency", "pushKeyStore", "pushKeyStorePassword");

    private final Tenant tenant;
    private final Consumer<Knobs> onChange;

    /// @param onChange told of every change, after it is in force
    public KnobsResource(Tenant tenant, Consumer<Knobs> onChange) {
        this.tenant = tenant;
        this.onChange = onChange;
    }

    @Override
    public Response answer(Request request) throws IOException {
        return switch (request.method()) {
            case "GET" -> Response.ok(tenant.knobs().json());
            case "PATCH", "PUT" -> change(Body.parse(request.bytes()));
            default -> throw ApiException.of(404);
        };
    }

    private Response change(Body body) {
        Optional<String> late = AT_START.stream().filter(body.json()::has).findFirst();
        if (late.isPresent()) {
            return refused(late.get() + " is read at the start");
        }
        try {
            synchronized (this) {
                tenant.knobs(tenant.knobs().with(body.json()));
            }
        } catch (IllegalArgumentException e) {
            return refused(String.valueOf(e.getMessage()));
        }
        onChange.accept(tenant.knobs());
        return Response.ok(tenant.knobs().json());
    }

    private static Response refused(String reason) {
        return Response.text(400, "text/plain;charset=UTF-8", reason + "\n");
    }
}
