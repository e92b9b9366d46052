package dev.ferry.local.asapp.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Body;
import java.util.List;
import java.util.Set;

/// What an item must look like to be kept. *Errors*: 400 for what is missing or not allowed, 422 for wrong types.
final class ItemRules {
    private static final Set<String> CATEGORIES = Set.of("OUTCOME", "CUSTOM");

    private ItemRules() {}

    static void check(Category category, Body item) {
        item.required("id");
        switch (category.path()) {
            case "structured-data-fields" -> field(item);
            case "segments" -> segment(item);
            case "custom-vocabularies" -> {
                item.required("phrase");
                array(item.json(), "soundsLike");
            }
            default -> item.object("policies");
        }
    }

    private static void field(Body item) {
        item.required("name");
        require(CATEGORIES.contains(item.required("categoryId")));
        boolean question = item.required("type").equals("QUESTION");
        require(question || item.required("type").equals("ENTITY"));
        require(item.required("id").startsWith(question ? "q_" : "e_"));
        require(item.json().has("active"));
        if (!item.json().path("active").isBoolean()) {
            throw ApiException.of(422);
        }
        ObjectNode detail = item.object(question ? "question" : "entity").orElseThrow(() -> ApiException.of(400));
        Body inner = new Body(detail, item.missingStatus(), item.wrongTypeStatus());
        for (String name : question ? List.of("question") : List.of("name", "description")) {
            inner.required(name);
        }
        if (item.json().has("segmentIds")) {
            array(item.json(), "segmentIds");
        }
    }

    private static void segment(Body item) {
        item.required("name");
        ObjectNode query = item.object("query").orElseThrow(() -> ApiException.of(400));
        Body inner = new Body(query, item.missingStatus(), item.wrongTypeStatus());
        require(inner.required("type").equals("raw"));
        inner.required("raw");
        array(item.json(), "structuredDataFieldIds");
    }

    private static void array(JsonNode item, String name) {
        require(item.has(name));
        if (!item.path(name).isArray()) {
            throw ApiException.of(422);
        }
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw ApiException.of(400);
        }
    }
}
