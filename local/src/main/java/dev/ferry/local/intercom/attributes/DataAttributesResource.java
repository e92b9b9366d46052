package dev.ferry.local.intercom.attributes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.people.Admins;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Set;
import java.util.regex.Pattern;

/// `/data_attributes`: definitions of attributes of contacts and companies.
public final class DataAttributesResource {
    // The documents name alphanumerics, currency symbols and hyphens; their examples have underscores and spaces.
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\p{Sc}_\\- ]+");
    private static final Set<String> MODELS = Set.of("contact", "company");
    private static final Set<String> TYPES =
            Set.of("string", "integer", "float", "boolean", "date", "datetime", "options");

    private final Workspace workspace;
    private final DocumentStore store;

    public DataAttributesResource(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
    }

    /// Adds the endpoints.
    public void addTo(Routes routes) {
        routes.add("GET /data_attributes", this::list)
                .add("POST /data_attributes", this::create)
                .add("PUT /data_attributes/{id}", this::update);
    }

    private Response list(Call call) {
        String model = call.query("model").orElse("");
        if (model.equals("conversation")) {
            throw new ApiException(
                    422,
                    "parameter_invalid",
                    "model=conversation is no longer supported. Use GET /conversations/attributes instead");
        }
        boolean archived = call.flag("include_archived", false);
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "list");
        ArrayNode data = list.putArray("data");
        StandardAttributes.all().filter(a -> isOf(a, model)).forEach(data::add);
        store.read(documents -> documents.all(Kind.ATTRIBUTE)).stream()
                .filter(a -> isOf(a, model))
                .filter(a -> archived || !a.path("archived").asBoolean())
                .map(DataAttributesResource::shown)
                .forEach(data::add);
        return Response.ok(list);
    }

    private static boolean isOf(JsonNode attribute, String model) {
        return model.isEmpty() || attribute.path("model").asText().equals(model);
    }

    private Response create(Call call) {
        return Response.ok(shown(store.write(edit -> create(edit, call.fields()))));
    }

    private ObjectNode create(Edit edit, Fields fields) {
        String name = fields.requiredText("name");
        String model = fields.requiredText("model");
        String type = fields.requiredText("data_type");
        if (!MODELS.contains(model)) {
            throw ApiException.invalid("The Data Attribute model field must be either contact or company");
        }
        if (!NAME.matcher(name).matches()) {
            throw ApiException.invalid("Your name for this attribute must only contain alphanumeric characters,"
                    + " currency symbols, and hyphens");
        }
        if (!TYPES.contains(type)) {
            throw ApiException.invalid("Data Type isn't an option");
        }
        refuseClash(edit, name, model);
        if (edit.all(Kind.ATTRIBUTE).size() >= workspace.knobs().data().attributeLimit()) {
            throw ApiException.invalid("You have reached the limit of %d custom data attributes"
                    .formatted(workspace.knobs().data().attributeLimit()));
        }
        ObjectNode attribute = JsonNodeFactory.instance.objectNode();
        String id = edit.nextId();
        attribute.put("id", id).put("name", name).put("model", model);
        attribute
                .put("data_type", storedType(type))
                .put("description", fields.text("description").orElse(""));
        boolean listed = type.equals("options") || (type.equals("string") && fields.has("options"));
        if (listed) {
            attribute.set("options", options(fields));
        }
        attribute.put("messenger_writable", fields.flag("messenger_writable").orElse(false));
        attribute.put("archived", false);
        attribute.put("created_at", workspace.seconds()).put("updated_at", workspace.seconds());
        return edit.put(Kind.ATTRIBUTE, id, attribute);
    }

    // What reads back: a list as a string with options, a moment as a date.
    private static String storedType(String type) {
        return switch (type) {
            case "options" -> "string";
            case "datetime" -> "date";
            default -> type;
        };
    }

    private static void refuseClash(Edit edit, String name, String model) {
        edit.by(Lookup.ATTRIBUTE_NAME, name).stream().findFirst().ifPresent(other -> {
            String noun = model.equals("contact") ? "people" : "company";
            String existing = other.path("model").asText().equals("contact") ? "people" : "company";
            throw ApiException.invalid(
                    "You already have '%s' in your %s data. To save this as new %s data, use a different name."
                            .formatted(name, existing, noun));
        });
    }

    private static ArrayNode options(Fields fields) {
        if (fields.json().path("options").isMissingNode()
                || !fields.json().path("options").isArray()) {
            throw ApiException.invalid("Options isn't an array");
        }
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
        fields.json().path("options").forEach(option -> {
            if (!option.path("value").isTextual()) {
                throw ApiException.invalid("Options must have a value");
            }
            options.add(option.path("value").textValue());
        });
        if (options.size() < 2) {
            throw ApiException.invalid("The Data Attribute must have at least two options");
        }
        return options;
    }

    private Response update(Call call) {
        return Response.ok(shown(store.write(edit -> update(edit, call))));
    }

    private ObjectNode update(Edit edit, Call call) {
        String id = call.path("id");
        if (edit.find(Kind.ATTRIBUTE, id).isEmpty()) {
            throw new ApiException(404, "field_not_found", "We couldn't find that data attribute to update");
        }
        ObjectNode attribute = edit.change(Kind.ATTRIBUTE, id);
        Fields fields = call.fields();
        boolean archive = fields.flag("archived").orElse(false);
        if (archive
                && workspace
                        .knobs()
                        .data()
                        .attributesInUse()
                        .contains(attribute.path("name").asText())) {
            throw new ApiException(
                    422, "data_invalid", "The Data Attribute you are trying to archive has a dependant object");
        }
        fields.flag("archived").ifPresent(value -> attribute.put("archived", value));
        fields.text("description").ifPresent(value -> attribute.put("description", value));
        if (fields.has("options")) {
            attribute.set("options", options(fields));
        }
        attribute.put("updated_at", workspace.seconds());
        return attribute;
    }

    /// What a client sees of a definition.
    public static ObjectNode shown(ObjectNode stored) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        String name = stored.path("name").asText();
        shown.put("id", stored.path("id").asLong()).put("type", "data_attribute");
        shown.put("name", name).put("full_name", "custom_attributes." + name).put("label", name);
        shown.set("description", stored.path("description"));
        shown.set("data_type", stored.path("data_type"));
        if (stored.has("options")) {
            shown.set("options", stored.path("options"));
        }
        shown.put("api_writable", true).put("ui_writable", false);
        shown.set("messenger_writable", stored.path("messenger_writable"));
        shown.put("custom", true);
        shown.set("archived", stored.path("archived"));
        shown.put("admin_id", Long.toString(Admins.FIRST));
        shown.set("created_at", stored.path("created_at"));
        shown.set("updated_at", stored.path("updated_at"));
        shown.set("model", stored.path("model"));
        return shown;
    }
}
