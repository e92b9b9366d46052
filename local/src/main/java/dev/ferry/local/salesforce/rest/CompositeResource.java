package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import java.io.IOException;

/// `/composite` and `/composite/graph`: requests within a request.
final class CompositeResource implements Resource {
    private static final int MAX_SUBREQUESTS = 25;
    private static final int MAX_GRAPHS = 75;
    private static final int MAX_NODES = 500;
    private static final int MAX_FAILED_GRAPHS = 14;

    private final Org org;
    private final ApiRouter router;

    CompositeResource(Org org, ApiRouter router) {
        this.org = org;
        this.router = router;
    }

    @Override
    public Response answer(Call call) throws IOException {
        if (!call.method().equals("POST")) {
            throw ApiException.method(call.method());
        }
        return call.segment(1).equals("graph") ? graphs(call) : composite(call);
    }

    private Response composite(Call call) throws IOException {
        JsonNode payload = call.json();
        JsonNode requests = payload.path("compositeRequest");
        if (requests.size() > MAX_SUBREQUESTS) {
            throw new ApiException(400, "LIMIT_EXCEEDED", "A composite request holds at most 25 subrequests");
        }
        ObjectNode json = Json.object();
        json.set(
                "compositeResponse",
                run(call, requests, payload.path("allOrNone").asBoolean()).answers());
        return Response.ok(json);
    }

    private Response graphs(Call call) throws IOException {
        JsonNode payload = call.json().path("graphs");
        int nodes = 0;
        for (JsonNode graph : payload) {
            nodes += graph.path("compositeRequest").size();
        }
        if (payload.size() > MAX_GRAPHS || nodes > MAX_NODES) {
            throw new ApiException(400, "LIMIT_EXCEEDED", "At most 75 graphs and 500 nodes are allowed in a call");
        }
        ObjectNode json = Json.object();
        ArrayNode shown = json.putArray("graphs");
        int failed = 0;
        for (JsonNode graph : payload) {
            SubRequests.Outcome outcome = failed >= MAX_FAILED_GRAPHS
                    ? halted(graph.path("compositeRequest"))
                    : run(call, graph.path("compositeRequest"), true);
            failed += outcome.successful() ? 0 : 1;
            ObjectNode one = shown.addObject();
            one.put("graphId", graph.path("graphId").asText());
            one.putObject("graphResponse").set("compositeResponse", outcome.answers());
            one.put("isSuccessful", outcome.successful());
        }
        return Response.ok(json);
    }

    private SubRequests.Outcome run(Call call, JsonNode requests, boolean allOrNone) throws IOException {
        SubRequests parts = new SubRequests(router, call);
        if (!allOrNone) {
            return parts.run(requests, false);
        }
        SubRequests.Outcome[] outcome = {halted(requests)};
        SubRequests.together(org.store(), () -> {
            outcome[0] = parts.run(requests, true);
            return outcome[0].successful();
        });
        return outcome[0].successful() ? outcome[0] : rolledBack(outcome[0]);
    }

    private static SubRequests.Outcome halted(JsonNode requests) {
        ArrayNode answers = Json.array();
        requests.forEach(request -> answers.add(SubRequests.halted(request)));
        return new SubRequests.Outcome(answers, false);
    }

    // The parts that had gone well are reported as undone.
    private static SubRequests.Outcome rolledBack(SubRequests.Outcome outcome) {
        ArrayNode answers = Json.array();
        for (JsonNode answer : outcome.answers()) {
            answers.add(answer.path("httpStatusCode").asInt() < 400 ? SubRequests.halted(answer) : answer);
        }
        return new SubRequests.Outcome(answers, false);
    }
}
