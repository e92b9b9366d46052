package dev.ferry.core.mapping.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.mapping.MappingProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Checks the shape of a document against the JSON Schema that editors use too, so that there is one description.
///
/// *Threading*: immutable, for use by many threads.
public final class SchemaCheck {
    private static final String RESOURCE = "/dev/ferry/core/mapping/mapping.schema.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schema schema;
    private final Set<String> knownKeys;

    public SchemaCheck() {
        JsonNode json = json();
        Set<String> keys = new TreeSet<>();
        collectKeys(json, keys);
        this.knownKeys = Collections.unmodifiableSet(keys);
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json);
    }

    /// What is wrong with the shape, each with its line; unknown keys come with the nearest known one.
    public List<MappingProblem> check(YamlNode.Mapping root) {
        List<MappingProblem> problems = new ArrayList<>();
        for (Error error : schema.validate(JSON.<JsonNode>valueToTree(root.plain()))) {
            problems.add(problem(error, root));
        }
        return problems.stream().distinct().toList();
    }

    private MappingProblem problem(Error error, YamlNode root) {
        List<String> pointer = new ArrayList<>(
                Arrays.stream(error.getInstanceLocation().toString().split("/", -1))
                        .filter(token -> !token.isEmpty())
                        .map(token -> token.replace("~1", "/").replace("~0", "~"))
                        .toList());
        String path = String.join(".", pointer);
        boolean unknownKey =
                "additionalProperties".equals(error.getKeyword()) || "unevaluatedProperties".equals(error.getKeyword());
        if (!unknownKey) {
            return new MappingProblem(YamlNode.lineAt(root, pointer), path, error.getMessage(), "");
        }
        String key = error.getProperty();
        pointer.add(key);
        return new MappingProblem(
                YamlNode.lineAt(root, pointer), path, "unknown key " + key, NearName.hint(key, knownKeys));
    }

    private static void collectKeys(JsonNode node, Set<String> keys) {
        node.path("properties").fieldNames().forEachRemaining(keys::add);
        node.forEach(child -> collectKeys(child, keys));
    }

    private static JsonNode json() {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FerryException(ErrorCode.INTERNAL, "the resource " + RESOURCE + " is missing");
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.INTERNAL, "the resource " + RESOURCE + " cannot be read", e);
        }
    }
}
