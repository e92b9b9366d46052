package dev.ferry.local.asapp.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ferry.local.journal.Facts;
import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Body;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.simulation.VirtualClock;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/// `/sim/v1/clock`: GET tells the tenant's time; PUT sets it with any of `now`, `advance` (ISO 8601) and `speed`.
///
/// The setting survives a restart.
public final class ClockResource implements Resource {

    /// The kind of fact that keeps the setting.
    public static final String FACT = "clock";

    private final Tenant tenant;
    private final Facts facts;
    private final Runnable onChange;

    /// @param onChange told of every change, after it is in force
    public ClockResource(Tenant tenant, Facts facts, Runnable onChange) {
        this.tenant = tenant;
        this.facts = facts;
        this.onChange = onChange;
    }

    @Override
    public Response answer(Request request) throws IOException {
        return switch (request.method()) {
            case "GET" -> time();
            case "PUT", "PATCH" -> set(Body.parse(request.bytes()));
            default -> throw ApiException.of(404);
        };
    }

    /// Takes up the setting of an earlier start.
    public static void replay(JsonNode fact, VirtualClock clock) {
        clock.resume(new VirtualClock.Setting(
                Instant.parse(fact.path("base").textValue()),
                fact.path("setAtNanos").longValue(),
                fact.path("speed").doubleValue()));
    }

    /// Writes the present setting down.
    public static void keep(VirtualClock clock, Facts facts) {
        VirtualClock.Setting setting = clock.setting();
        facts.record(Facts.fact(FACT)
                .put("base", setting.base().toString())
                .put("setAtNanos", setting.setAtNanos())
                .put("speed", setting.speed()));
    }

    private Response set(Body body) {
        try {
            synchronized (this) {
                Instant base = body.optional("now").map(Instant::parse).orElseGet(tenant.clock()::now);
                Duration advance = body.optional("advance").map(Duration::parse).orElse(Duration.ZERO);
                double speed = body.json()
                        .path("speed")
                        .asDouble(tenant.clock().setting().speed());
                tenant.clock().set(base.plus(advance), speed);
                keep(tenant.clock(), facts);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw ApiException.of(400);
        }
        onChange.run();
        return time();
    }

    private Response time() {
        return Response.ok(JsonNodeFactory.instance
                .objectNode()
                .put("now", tenant.clock().now().toString())
                .put("speed", tenant.clock().setting().speed()));
    }
}
