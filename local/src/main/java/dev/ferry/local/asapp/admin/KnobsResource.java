package dev.ferry.local.asapp.admin;

import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Body;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.asapp.tenant.Knobs;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import java.io.IOException;
import java.util.function.Consumer;

/// `/sim/v1/knobs`: GET shows all, PATCH changes some, which are in force when the answer leaves.
///
/// A refused change answers 400 with a text that names the knob. `clock` and `clockSpeed` are read at the start; a
/// running clock is set by [ClockResource].
public final class KnobsResource implements Resource {
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
        try {
            synchronized (this) {
                tenant.knobs(tenant.knobs().with(body.json()));
            }
        } catch (IllegalArgumentException e) {
            return Response.text(400, "text/plain;charset=UTF-8", e.getMessage() + "\n");
        }
        onChange.accept(tenant.knobs());
        return Response.ok(tenant.knobs().json());
    }
}
