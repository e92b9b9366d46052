package dev.ferry.local.httpapi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.LocalAccount;
import dev.ferry.local.endpoint.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/// The event that a function receives for a request. *Shape*: payload format 2.0.
///
/// @param parameters of the path
/// @param subject the distinguished name in the caller's certificate
record ProxyEvent(Route route, Request request, Map<String, String> parameters, String subject) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> TEXT = Set.of("application/json", "application/javascript", "application/xml");
    private static final String STAGE = "$default";

    byte[] payload(String requestId, Instant now) {
        ObjectNode event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", route.key())
                .put("rawPath", request.path())
                .put("rawQueryString", "");
        ObjectNode headers = event.putObject("headers");
        request.headers().forEach(headers::put);
        if (!request.query().isEmpty()) {
            ObjectNode query = event.putObject("queryStringParameters");
            request.query().forEach(query::put);
        }
        if (!parameters.isEmpty()) {
            ObjectNode path = event.putObject("pathParameters");
            parameters.forEach(path::put);
        }
        context(event.putObject("requestContext"), requestId, now);
        body(event);
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void context(ObjectNode context, String requestId, Instant now) {
        context.put("accountId", LocalAccount.ACCOUNT_ID)
                .put("apiId", "local")
                .put("requestId", requestId)
                .put("routeKey", route.key())
                .put("stage", STAGE)
                .put("timeEpoch", now.toEpochMilli());
        context.putObject("http")
                .put("method", request.method())
                .put("path", request.path())
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", "127.0.0.1");
        context.putObject("authentication").putObject("clientCert").put("subjectDN", subject);
    }

    private void body(ObjectNode event) {
        byte[] body = request.bytes();
        String type = request.header("content-type").orElse("").split(";", 2)[0].strip();
        boolean text = type.startsWith("text/") || TEXT.contains(type);
        event.put("isBase64Encoded", body.length > 0 && !text);
        if (body.length > 0) {
            event.put(
                    "body",
                    text
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
        }
    }
}
