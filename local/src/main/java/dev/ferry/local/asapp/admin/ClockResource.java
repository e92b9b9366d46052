package dev.ferry.local.asapp.admin;

import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Body;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.simulation.ClockControl;
import java.io.IOException;
import java.time.DateTimeException;

/// `/sim/v1/clock`: GET tells the tenant's time; PUT sets it with any of `now`, `advance` (ISO 8601) and `speed`.
///
/// The setting survives a restart.
public final class ClockResource implements Resource {
    private final ClockControl clock;
    private final Runnable onChange;

    /// @param onChange told of every change, after it is in force
    public ClockResource(ClockControl clock, Runnable onChange) {
        this.clock = clock;
        this.onChange = onChange;
    }

    @Override
    public Response answer(Request request) throws IOException {
        return switch (request.method()) {
            case "GET" -> Response.ok(clock.json());
            case "PUT", "PATCH" -> set(Body.parse(request.bytes()));
            default -> throw ApiException.of(404);
        };
    }

    private Response set(Body body) {
        try {
            clock.set(body.json());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw ApiException.of(400);
        }
        onChange.run();
        return Response.ok(clock.json());
    }
}
