package dev.ferry.local.intercom.attributes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/// The fields that every contact and company has; they are listed with the custom ones, without an id.
final class StandardAttributes {
    private StandardAttributes() {}

    static Stream<ObjectNode> all() {
        return Stream.of(
                one("contact", "name", "string", true),
                one("contact", "email", "string", true),
                one("contact", "phone", "string", true),
                one("contact", "external_id", "string", true),
                one("contact", "signed_up_at", "date", true),
                one("contact", "created_at", "date", false),
                one("company", "name", "string", true),
                one("company", "company_id", "string", false),
                one("company", "website", "string", true),
                one("company", "industry", "string", true),
                one("company", "size", "integer", true),
                one("company", "monthly_spend", "integer", true),
                one("company", "remote_created_at", "date", true),
                one("company", "user_count", "integer", false));
    }

    private static ObjectNode one(String model, String name, String type, boolean writable) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "data_attribute")
                .put("name", name)
                .put("full_name", name)
                .put("label", name)
                .put("description", "")
                .put("data_type", type)
                .put("api_writable", writable)
                .put("ui_writable", false)
                .put("messenger_writable", false)
                .put("custom", false)
                .put("archived", false)
                .put("model", model);
    }
}
