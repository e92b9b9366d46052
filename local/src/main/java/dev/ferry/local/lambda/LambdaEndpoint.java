package dev.ferry.local.lambda;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.JsonEndpoint;
import dev.ferry.local.endpoint.JsonRequest;
import dev.ferry.local.endpoint.JsonResponse;
import dev.ferry.local.endpoint.LoopbackPort;
import dev.ferry.local.lambda.LambdaInvoker.Invocation;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/// Lambda's HTTP API for one host: Invoke, GetFunction, GetFunctionConfiguration and ListFunctions.
///
/// An `Event` invocation runs once; the two retries of AWS are left out.
public final class LambdaEndpoint implements AutoCloseable {

    private static final Pattern FUNCTION = Pattern.compile("/2015-03-31/functions/([^/]+)(/[a-z]+)?");
    private static final String LIST = "/2015-03-31/functions";
    private static final byte[] EMPTY = {};

    private final JsonMapper json = JsonMapper.builder().build();
    private final LambdaHost host;
    private final JsonEndpoint endpoint;

    private LambdaEndpoint(LambdaHost host, LoopbackPort port) {
        this.host = host;
        this.endpoint = JsonEndpoint.start(port, this::answer);
    }

    /// Starts listening.
    ///
    /// *Errors*: [dev.ferry.local.endpoint.PortTakenException] when the port is in use.
    public static LambdaEndpoint start(LambdaHost host, LoopbackPort port) {
        return new LambdaEndpoint(host, port);
    }

    /// The base URL, for `--endpoint-url`.
    public URI endpoint() {
        return endpoint.endpoint();
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private JsonResponse answer(JsonRequest request) {
        var path = request.path();
        if (request.method().equals("GET") && (path.equals(LIST) || path.equals(LIST + "/"))) {
            var all = json.createObjectNode();
            var functions = all.putArray("Functions");
            host.deployment().functions().forEach(function -> functions.add(configuration(function)));
            return ok(all);
        }
        var match = FUNCTION.matcher(path);
        if (!match.matches()) {
            return error("UnknownOperationException", request.method() + " " + path, HttpStatus.NOT_FOUND);
        }
        var name = URLDecoder.decode(match.group(1), StandardCharsets.UTF_8);
        if (request.method().equals("POST")) {
            return invoke(name, request);
        }
        return host.deployment()
                .find(FunctionReference.parse(name).name())
                .map(function -> described(function, match.group(2) != null))
                .orElseGet(
                        () -> error("ResourceNotFoundException", "Function not found: " + name, HttpStatus.NOT_FOUND));
    }

    private JsonResponse invoke(String name, JsonRequest request) {
        var payload = request.body().length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : request.body();
        var type = request.header("X-Amz-Invocation-Type").orElse("RequestResponse");
        if (type.equals("RequestResponse")) {
            return response(host.invoke(name, payload));
        }
        var refusal = host.check(name, payload);
        if (refusal.isPresent()) {
            return response(refusal.get());
        }
        if (type.equals("DryRun")) {
            return new JsonResponse(HttpStatus.NO_CONTENT, EMPTY);
        }
        Thread.ofVirtual().name("lambda-event-" + name).start(() -> host.invoke(name, payload));
        return new JsonResponse(HttpStatus.ACCEPTED, EMPTY);
    }

    private JsonResponse response(Invocation invocation) {
        return switch (invocation) {
            case Invocation.Returned(var payload) ->
                new JsonResponse(HttpStatus.OK, payload, Map.of("X-Amz-Executed-Version", "$LATEST"));
            case Invocation.Raised raised ->
                new JsonResponse(
                        HttpStatus.OK,
                        raised.payload(),
                        Map.of("X-Amz-Executed-Version", "$LATEST", "X-Amz-Function-Error", "Unhandled"));
            case Invocation.Refused(var code, var message, var status) -> error(code, message, status);
        };
    }

    private JsonResponse described(FunctionDescription function, boolean configurationOnly) {
        if (configurationOnly) {
            return ok(configuration(function));
        }
        var answer = json.createObjectNode();
        answer.set("Configuration", configuration(function));
        answer.putObject("Code").put("RepositoryType", "S3");
        function.sizing()
                .reservedConcurrency()
                .ifPresent(reserved -> answer.putObject("Concurrency").put("ReservedConcurrentExecutions", reserved));
        return ok(answer);
    }

    private ObjectNode configuration(FunctionDescription function) {
        return json.createObjectNode()
                .put("FunctionName", function.name())
                .put("FunctionArn", function.arn())
                .put("Runtime", "java25")
                .put("Handler", function.handler())
                .put("Description", function.description())
                .put("MemorySize", function.sizing().memoryMb())
                .put("Timeout", function.sizing().timeout().toSeconds())
                .put("PackageType", "Zip")
                .put("State", "Active")
                .put("Version", "$LATEST");
    }

    private JsonResponse ok(ObjectNode body) {
        return new JsonResponse(HttpStatus.OK, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private JsonResponse error(String code, String message, int status) {
        var body = json.createObjectNode().put("Type", "User").put("Message", message);
        return new JsonResponse(
                status, body.toString().getBytes(StandardCharsets.UTF_8), Map.of("x-amzn-ErrorType", code));
    }
}
