package dev.ferry.local.httpapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.local.endpoint.HttpEndpoint;
import dev.ferry.local.endpoint.LoopbackPort;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.lambda.LambdaInvoker;
import dev.ferry.local.lambda.LambdaInvoker.Invocation;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// An HTTP API with the routes of a deployment, on one loopback port.
///
/// *Threading*: safe for concurrent use.
public final class HttpApi implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    private final HttpEndpoint endpoint;
    private final Settings settings;

    private HttpApi(HttpEndpoint endpoint, Settings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
    }

    /// What an API works with.
    ///
    /// @param subject the distinguished name that callers are presented under
    /// @param ids a fresh id for each request
    public record Settings(
            List<Route> routes, String subject, LambdaInvoker lambda, Clock clock, Supplier<String> ids) {
        public Settings {
            routes = List.copyOf(routes);
        }
    }

    /// Starts listening.
    ///
    /// *Errors*: [dev.ferry.local.endpoint.PortTakenException] when the port is in use.
    public static HttpApi start(LoopbackPort port, Settings settings) {
        HttpApi api = new HttpApi(HttpEndpoint.bind(port), settings);
        api.endpoint.start(api::answer);
        return api;
    }

    /// The base URL.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + endpoint.port());
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private Response answer(Request request) throws IOException {
        for (Route route : settings.routes()) {
            Optional<Map<String, String>> parameters = route.parameters(request.method(), request.segments());
            if (parameters.isPresent()) {
                ProxyEvent event = new ProxyEvent(route, request, parameters.get(), settings.subject());
                byte[] payload =
                        event.payload(settings.ids().get(), settings.clock().instant());
                return answer(settings.lambda().invoke(route.function(), payload));
            }
        }
        return message(NOT_FOUND, "Not Found");
    }

    private static Response answer(Invocation invocation) throws IOException {
        return switch (invocation) {
            case Invocation.Returned(byte[] payload) -> proxied(JSON.readTree(payload));
            case Invocation.Raised _ -> message(SERVER_ERROR, "Internal Server Error");
            case Invocation.Refused _ -> message(UNAVAILABLE, "Service Unavailable");
        };
    }

    private static Response proxied(JsonNode answer) {
        String text = answer.path("body").asText("");
        byte[] body = answer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        answer.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        headers.putIfAbsent("Content-Type", "text/plain; charset=utf-8");
        return new Response(answer.path("statusCode").asInt(OK), headers, new Response.Bytes(body));
    }

    private static Response message(int status, String message) {
        return Response.json(status, JSON.createObjectNode().put("message", message));
    }
}
