package dev.ferry.local.intercom.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.workspace.MessageRules;

/// The values of a ticket's attributes. *Errors*: 400 for an unknown name, a wrong type, a list's label in place of
/// its option's id, a description that is too long.
///
/// @param type the ticket type's document
record TicketAttributes(ObjectNode type, MessageRules rules) {
    private static final String DESCRIPTION = "_default_description_";

    /// Writes values into a ticket's document.
    void write(ObjectNode ticket, ObjectNode values) {
        ObjectNode attributes = ticket.withObjectProperty("attributes");
        values.properties().forEach(entry -> attributes.set(entry.getKey(), checked(entry.getKey(), entry.getValue())));
    }

    /// Refuses a new ticket without what its type needs.
    void refuseIncomplete(ObjectNode ticket) {
        for (JsonNode attribute : type.path("attributes")) {
            boolean needed = attribute.path("required_to_create").asBoolean();
            if (needed && !ticket.path("attributes").has(attribute.path("name").asText())) {
                throw ApiException.invalid("Missing required ticket attributes");
            }
        }
    }

    private JsonNode checked(String name, JsonNode value) {
        for (JsonNode attribute : type.path("attributes")) {
            if (attribute.path("name").asText().equals(name)) {
                boolean fits = value.isNull() || fits(attribute, value);
                boolean tooLong = name.equals(DESCRIPTION) && value.asText().length() > rules.ticketDescriptionLimit();
                if (!fits || tooLong) {
                    throw ApiException.invalid("Invalid value for ticket attribute '%s'".formatted(name));
                }
                return value;
            }
        }
        throw ApiException.invalid("Ticket attribute '%s' does not exist".formatted(name));
    }

    private static boolean fits(JsonNode attribute, JsonNode value) {
        return switch (attribute.path("data_type").asText()) {
            case "string" -> value.isTextual();
            case "integer", "datetime" -> value.isIntegralNumber();
            case "decimal" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "list" ->
                attribute.at("/input_options/options").findValuesAsText("id").contains(value.asText());
            default -> false;
        };
    }
}
