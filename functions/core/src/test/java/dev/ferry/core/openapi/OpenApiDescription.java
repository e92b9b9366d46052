package dev.ferry.core.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// An OpenAPI 3.0 description that bodies can be held against.
///
/// Official descriptions are not exact, so three things are let pass: null for any field of an answer, a body that
/// fits more than one variant of a `oneOf`, and any plain value in a map whose values are described as plain.
/// An error that an operation does not describe, or describes without a schema, is held against the component
/// `error`, where there is one.
///
/// *Threading*: safe for concurrent use.
public final class OpenApiDescription {
    private static final String JSON = "application/json";
    private static final int FIRST_ERROR = 300;
    private static final JsonNode ERROR =
            JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/error");
    private static final int CODE_POINTS = 64 << 20;

    private final JsonNode root;
    private final OpenApiPaths paths;
    private final Types requests;
    private final Types answers;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    private record Types(SchemaTranslation translation, ObjectNode components) {}

    private OpenApiDescription(JsonNode root) {
        this.root = root;
        this.paths = new OpenApiPaths(root.path("paths"));
        this.requests = types(new SchemaTranslation(false));
        this.answers = types(new SchemaTranslation(true));
    }

    /// Reads a description in YAML.
    public static OpenApiDescription read(Path yaml) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(CODE_POINTS).build();
        try (InputStream in = Files.newInputStream(yaml)) {
            return new OpenApiDescription(new JsonMapper().valueToTree(new Load(settings).loadFromInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + yaml, e);
        }
    }

    /// Whether there is such an operation.
    ///
    /// @param path as it is called, or with variables in braces
    public boolean describes(String method, String path) {
        return paths.operation(method, path).isPresent();
    }

    /// What is wrong with the body of a request; nothing for an operation that describes none.
    public List<String> request(String method, String path, JsonNode body) {
        return paths.operation(method, path)
                .map(operation -> operation
                        .json()
                        .path("requestBody")
                        .path("content")
                        .path(JSON)
                        .path("schema"))
                .filter(JsonNode::isObject)
                .map(schema -> problems("request " + method + " " + paths.name(path), schema, requests, body))
                .orElse(List.of());
    }

    /// What is wrong with an answer, its status included. An error of an operation that is not described is held
    /// against the common one.
    public List<String> answer(String method, String path, int status, JsonNode body) {
        Optional<OpenApiPaths.Operation> operation = paths.operation(method, path);
        if (operation.isEmpty() && status < FIRST_ERROR) {
            return List.of();
        }
        String name = status + " of " + method + " " + paths.name(path);
        JsonNode described = operation
                .map(OpenApiPaths.Operation::json)
                .orElse(MissingNode.getInstance())
                .path("responses")
                .path(Integer.toString(status));
        JsonNode schema = described.path("content").path(JSON).path("schema");
        if (!schema.isObject() && status >= FIRST_ERROR) {
            return answers.components().has("error") ? problems(name, ERROR, answers, body) : List.of();
        }
        if (described.isMissingNode()) {
            return List.of(name + " is not described");
        }
        if (!schema.isObject()) {
            return body.isMissingNode() ? List.of() : List.of(name + " has a body that is not described");
        }
        return problems(name, schema, answers, body);
    }

    private List<String> problems(String name, JsonNode schema, Types types, JsonNode body) {
        Schema check = compiled.computeIfAbsent(name, none -> compiled(schema, types));
        return check.validate(body).stream()
                .map(error -> "%s: %s at %s".formatted(name, error.getMessage(), error.getInstanceLocation()))
                .toList();
    }

    private Schema compiled(JsonNode schema, Types types) {
        ObjectNode whole = (ObjectNode) types.translation().of(schema);
        whole.set("$defs", types.components());
        return schemas.getSchema(whole);
    }

    private Types types(SchemaTranslation translation) {
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        root.path("components")
                .path("schemas")
                .properties()
                .forEach(type -> components.set(type.getKey(), translation.of(type.getValue())));
        return new Types(translation, components);
    }
}
