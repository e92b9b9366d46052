package dev.ferry.core.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiDescriptionTest {
    private static final String YAML = """
            openapi: 3.0.1
            paths:
              /pets/search:
                post:
                  responses:
                    "200": {content: {application/json: {schema: {type: object, required: [found]}}}}
              /pets/{id}:
                post:
                  requestBody:
                    content: {application/json: {schema: {$ref: "#/components/schemas/pet"}}}
                  responses:
                    "200": {content: {application/json: {schema: {$ref: "#/components/schemas/pet"}}}}
                    "204": {description: done}
            components:
              schemas:
                pet:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string}
                    age: {type: integer, nullable: true}
                    kind: {type: string, enum: [cat, dog]}
                    traits: {type: object, additionalProperties: {type: string}}
                    owner: {oneOf: [{type: object}, {type: object, properties: {a: {type: string}}}]}
                error:
                  type: object
                  required: [errors]
            """;

    @TempDir
    Path directory;

    private OpenApiDescription description() throws IOException {
        return OpenApiDescription.read(Files.writeString(directory.resolve("pets.yaml"), YAML));
    }

    @Test
    void acceptsWhatIsDescribed() throws IOException {
        assertThat(request("{'name':'Tom','age':null,'kind':'cat','traits':{'legs':4},'owner':{}}"))
                .isEmpty();
        assertThat(answer(200, "{'name':null,'kind':null}")).isEmpty();
        assertThat(description().answer("POST", "/pets/7", 204, MissingNode.getInstance()))
                .isEmpty();
    }

    @Test
    void namesWhatIsNot() throws IOException {
        assertThat(request("{'age':'old'}"))
                .anyMatch(problem -> problem.contains("integer expected at /age"))
                .anyMatch(problem -> problem.contains("'name' not found"));
        assertThat(request("{'name':null}")).hasSize(1);
        assertThat(request("{'name':'Tom','kind':'cow'}")).isNotEmpty();
        assertThat(answer(200, "{}")).hasSize(1);
        assertThat(answer(201, "{}")).singleElement().asString().contains("is not described");
        assertThat(answer(204, "{}")).hasSize(1);
    }

    @Test
    void holdsUndescribedErrorsAgainstTheCommonOne() throws IOException {
        assertThat(answer(409, "{'errors':[]}")).isEmpty();
        assertThat(answer(409, "{}")).hasSize(1);
        assertThat(description().answer("GET", "/nothing", 404, json("{}"))).hasSize(1);
        assertThat(description().answer("GET", "/nothing", 200, json("{}"))).isEmpty();
    }

    @Test
    void prefersPathsThatAreSpelledOut() throws IOException {
        assertThat(description().answer("POST", "/pets/search", 200, json("{}")))
                .hasSize(1);
        assertThat(description().describes("GET", "/pets/search")).isFalse();
        assertThat(description().describes("POST", "/pets/{pet}")).isTrue();
    }

    private List<String> request(String body) throws IOException {
        return description().request("POST", "/pets/7", json(body));
    }

    private List<String> answer(int status, String body) throws IOException {
        return description().answer("POST", "/pets/7", status, json(body));
    }

    private static JsonNode json(String text) throws IOException {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }
}
