package dev.ferry.local.asapp.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.asapp.limits.Gate;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.journal.Facts;

/// `/sim/v1/keys`: GET lists the keys; `POST {id}/revoke` and `POST {id}/reset` do what ASAPP's operators do.
public final class KeysResource implements Resource {

    /// The kinds of fact that keep what was done.
    public static final String REVOKED = "revoked";

    public static final String RESET = "reset";

    private final Tenant tenant;
    private final Gate gate;
    private final Facts facts;

    public KeysResource(Tenant tenant, Gate gate, Facts facts) {
        this.tenant = tenant;
        this.gate = gate;
        this.facts = facts;
    }

    @Override
    public Response answer(Request request) {
        if (request.method().equals("GET") && request.segments().size() == 3) {
            return list();
        }
        if (!request.method().equals("POST") || request.segments().size() != 5) {
            throw ApiException.of(404);
        }
        String id = request.segments().get(3);
        switch (request.segments().get(4)) {
            case "revoke" -> {
                gate.revoke(id);
                facts.record(Facts.fact(REVOKED).put("key", id));
            }
            case "reset" -> {
                gate.reset(id);
                facts.record(Facts.fact(RESET).put("key", id));
            }
            default -> throw ApiException.of(404);
        }
        return list();
    }

    private Response list() {
        ArrayNode keys = JsonNodeFactory.instance.arrayNode();
        tenant.credentials()
                .keys()
                .forEach(key -> keys.addObject()
                        .put("id", key.id())
                        .put("app", key.app())
                        .put("revoked", gate.revoked().contains(key.id())));
        return Response.ok(keys);
    }
}
