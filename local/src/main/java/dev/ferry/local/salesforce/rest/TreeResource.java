package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.salesforce.dml.RowError;
import dev.ferry.local.salesforce.dml.RowResult;
import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.Transaction;
import java.util.Map;

/// `/composite/tree/{Object}`: records with their children, all saved or none.
final class TreeResource implements Resource {
    private static final int MAX_RECORDS = 200;
    private static final int MAX_DEPTH = 5;

    private final Org org;
    private final RowInputs inputs;

    TreeResource(Org org) {
        this.org = org;
        this.inputs = new RowInputs(org.bindings());
    }

    @Override
    public Response answer(Call call) {
        SObjectType type = org.schema().type(call.segment(2)).orElseThrow(ApiException::notFound);
        JsonNode records = call.json().path("records");
        ArrayNode saved = Json.array();
        ArrayNode errors = Json.array();
        org.store().write(tx -> {
            int mark = tx.mark();
            for (JsonNode record : records) {
                new Planting(call, tx, saved, errors).plant(type, record, 1);
            }
            if (saved.size() + errors.size() > MAX_RECORDS) {
                throw new ApiException(400, "LIMIT_EXCEEDED", "A tree holds at most 200 records");
            }
            if (!errors.isEmpty()) {
                tx.rollBackTo(mark);
            }
            return true;
        });
        ObjectNode json = Json.object().put("hasErrors", !errors.isEmpty());
        json.set("results", errors.isEmpty() ? saved : errors);
        return Response.json(errors.isEmpty() ? 201 : 400, json);
    }

    /// One tree on its way into the store.
    private final class Planting {
        private final Call call;
        private final Transaction tx;
        private final ArrayNode saved;
        private final ArrayNode errors;

        Planting(Call call, Transaction tx, ArrayNode saved, ArrayNode errors) {
            this.call = call;
            this.tx = tx;
            this.saved = saved;
            this.errors = errors;
        }

        void plant(SObjectType type, JsonNode record, int depth) {
            if (depth > MAX_DEPTH) {
                throw new ApiException(400, "LIMIT_EXCEEDED", "A tree is at most 5 levels deep");
            }
            ObjectNode own = Json.object();
            ObjectNode children = Json.object();
            for (Map.Entry<String, JsonNode> property : record.properties()) {
                (property.getValue().has("records") ? children : own).set(property.getKey(), property.getValue());
            }
            String reference = record.path("attributes").path("referenceId").asText();
            switch (org.dml().insert(tx, type, inputs.read(type, own), call.options())) {
                case RowResult.Saved(String id, boolean created) -> {
                    saved.addObject().put("referenceId", reference).put("id", id);
                    children.properties().forEach(child -> below(type, id, child.getKey(), child.getValue(), depth));
                }
                case RowResult.Refused(RowError error) -> {
                    ObjectNode shown = errors.addObject().put("referenceId", reference);
                    ArrayNode fields = shown.putArray("errors")
                            .addObject()
                            .put("statusCode", error.code())
                            .put("message", error.message())
                            .putArray("fields");
                    error.fields().forEach(fields::add);
                }
            }
        }

        private void below(SObjectType parent, String parentId, String relation, JsonNode list, int depth) {
            for (JsonNode record : list.path("records")) {
                SObjectType child = org.schema()
                        .type(record.path("attributes").path("type").asText())
                        .orElseThrow(ApiException::notFound);
                Field lookup = child.fields().stream()
                        .filter(field -> field.referenceTo().contains(parent.name())
                                && relation.equals(field.definition().childRelationshipName()))
                        .findFirst()
                        .orElseThrow(() -> new ApiException(
                                400, "INVALID_FIELD", "No child relationship " + relation + " on " + parent.name()));
                ObjectNode linked = record.deepCopy();
                plant(child, linked.put(lookup.name(), parentId), depth + 1);
            }
        }
    }
}
