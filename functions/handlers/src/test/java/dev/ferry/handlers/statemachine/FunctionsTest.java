package dev.ferry.handlers.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    @Test
    void namesHandlersThatLambdaCanMake() throws ReflectiveOperationException {
        for (JsonNode function : DeploymentNamesForTests.functions()) {
            Class<?> handler = Class.forName(function.path("handler").asText());
            assertThat(handler).isAssignableTo(RequestHandler.class);
            assertThat(Modifier.isPublic(handler.getConstructor().getModifiers()))
                    .isTrue();
        }
    }

    @Test
    void usesEachNameOnceAndSaysWhyItsMemoryIsWhatItIs() {
        List<String> names = new ArrayList<>();
        DeploymentNamesForTests.functions().forEach(function -> {
            names.add(function.path("name").asText());
            assertThat(function.path("description").asText()).hasSizeBetween(40, 256);
            assertThat(function.path("timeoutSeconds").asInt()).isBetween(1, 900);
        });
        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    /// Add what it calls of AWS to `roles.json`; the integration tests note it in `target/aws-calls`.
    @Test
    void saysWhatEachFunctionMayDo() {
        List<String> names = new ArrayList<>();
        DeploymentNamesForTests.functions()
                .forEach(function -> names.add(function.path("name").asText()));
        List<String> described = new ArrayList<>();
        DeploymentNamesForTests.roles().fieldNames().forEachRemaining(described::add);
        assertThat(described).containsExactlyInAnyOrderElementsOf(names);
    }
}
