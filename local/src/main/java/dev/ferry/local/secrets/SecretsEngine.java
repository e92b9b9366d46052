package dev.ferry.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.JsonEndpoint;
import dev.ferry.local.endpoint.JsonRequest;
import dev.ferry.local.endpoint.JsonResponse;
import dev.ferry.local.endpoint.LocalAccount;
import dev.ferry.local.endpoint.LoopbackPort;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/// Secrets Manager's JSON protocol for CreateSecret, PutSecretValue, GetSecretValue, DescribeSecret and
/// ListSecrets, on string values and the stage `AWSCURRENT`. Only the current value is kept.
public final class SecretsEngine implements AutoCloseable {

    private static final String TARGET = "secretsmanager.";
    private static final String CURRENT = "AWSCURRENT";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final double MILLIS_PER_SECOND = 1000.0;

    private final JsonMapper json = JsonMapper.builder().build();
    private final SecretStore secrets;
    private final Clock clock;
    private final Supplier<String> versions;
    private final JsonEndpoint endpoint;

    private SecretsEngine(Path directory, LoopbackPort port, Clock clock, Supplier<String> versions) {
        this.secrets = new SecretStore(directory);
        this.clock = clock;
        this.versions = versions;
        this.endpoint = JsonEndpoint.start(port, this::answer);
    }

    /// Starts listening on the secrets that the directory holds, which is created when missing.
    ///
    /// @param versions a fresh version id per value
    ///
    /// *Errors*: [dev.ferry.local.endpoint.PortTakenException] when the port is in use.
    public static SecretsEngine start(Path directory, LoopbackPort port, Clock clock, Supplier<String> versions) {
        return new SecretsEngine(directory, port, clock, versions);
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
        var target = request.header("X-Amz-Target").orElse("");
        try {
            var body = json.readTree(request.body());
            return new JsonResponse(OK, bytes(operate(target, body)));
        } catch (SecretsError e) {
            var error = json.createObjectNode().put("__type", e.code()).put("message", e.getMessage());
            return new JsonResponse(BAD_REQUEST, bytes(error), Map.of("x-amzn-ErrorType", e.code()));
        } catch (IOException e) {
            var error = json.createObjectNode().put("__type", "SerializationException");
            return new JsonResponse(BAD_REQUEST, bytes(error));
        }
    }

    private ObjectNode operate(String target, JsonNode body) {
        var operation = target.startsWith(TARGET) ? target.substring(TARGET.length()) : target;
        return switch (operation) {
            case "CreateSecret" -> create(body);
            case "PutSecretValue" -> put(body);
            case "GetSecretValue" -> get(body);
            case "DescribeSecret" -> described(existing(body));
            case "ListSecrets" -> list();
            default -> throw SecretsError.unknownOperation(operation);
        };
    }

    private ObjectNode create(JsonNode body) {
        var name = text(body, "Name");
        if (secrets.find(name).isPresent()) {
            throw SecretsError.exists(name);
        }
        var now = clock.instant();
        var secret = new Secret(name, version(body), now, now, value(body));
        secrets.put(secret);
        return identity(secret).put("VersionId", secret.version());
    }

    private ObjectNode put(JsonNode body) {
        var known = existing(body);
        var secret = new Secret(known.name(), version(body), known.created(), clock.instant(), value(body));
        secrets.put(secret);
        var answer = identity(secret).put("VersionId", secret.version());
        answer.putArray("VersionStages").add(CURRENT);
        return answer;
    }

    private ObjectNode get(JsonNode body) {
        var stage = body.path("VersionStage").asText(CURRENT);
        if (!stage.equals(CURRENT)) {
            throw SecretsError.notFound();
        }
        var secret = existing(body);
        var answer = identity(secret)
                .put("VersionId", secret.version())
                .put("SecretString", secret.value().text())
                .put("CreatedDate", seconds(secret.changed()));
        answer.putArray("VersionStages").add(CURRENT);
        return answer;
    }

    private ObjectNode list() {
        var answer = json.createObjectNode();
        var entries = answer.putArray("SecretList");
        secrets.all().forEach(secret -> entries.add(described(secret)));
        return answer;
    }

    private ObjectNode described(Secret secret) {
        var answer = identity(secret)
                .put("CreatedDate", seconds(secret.created()))
                .put("LastChangedDate", seconds(secret.changed()));
        answer.putObject("VersionIdsToStages").putArray(secret.version()).add(CURRENT);
        return answer;
    }

    private Secret existing(JsonNode body) {
        var id = text(body, "SecretId");
        var prefix = arn("");
        var name = id.startsWith(prefix) ? id.substring(prefix.length()) : id;
        return secrets.find(name).orElseThrow(SecretsError::notFound);
    }

    private ObjectNode identity(Secret secret) {
        return json.createObjectNode().put("ARN", arn(secret.name())).put("Name", secret.name());
    }

    // On AWS six random characters follow the name; here an ARN is found by its name alone.
    private static String arn(String name) {
        return LocalAccount.arn("secretsmanager", "secret:" + name);
    }

    // Clients choose the id, so that a repeated request makes no second version.
    private String version(JsonNode body) {
        var chosen = body.path("ClientRequestToken");
        return chosen.isTextual() ? chosen.textValue() : versions.get();
    }

    private static Secret.Value value(JsonNode body) {
        return new Secret.Value(text(body, "SecretString"));
    }

    private static String text(JsonNode body, String field) {
        var value = body.path(field);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw SecretsError.invalid("You must provide a value for " + field + ".");
        }
        return value.textValue();
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / MILLIS_PER_SECOND;
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
