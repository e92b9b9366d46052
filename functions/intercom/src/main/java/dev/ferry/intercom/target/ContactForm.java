package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.target.FieldValue;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// Contacts in the form in which what was sent and what is read are alike.
///
/// @param mapped the fields that the mapping fills, by name
record ContactForm(SortedMap<String, TargetField> mapped) {

    /// What a contact answers, of the fields that the mapping fills.
    SortedMap<String, FieldValue> of(JsonNode contact) {
        SortedMap<String, FieldValue> values = Answers.of(ContactWriter.OBJECT, mapped, contact);
        JsonNode companies = contact.path("companies").path("data");
        if (mapped.containsKey(ContactWriter.COMPANY) && !companies.isEmpty()) {
            values.put(
                    ContactWriter.COMPANY,
                    new FieldValue.TargetId(companies.get(0).path("id").asText()));
        }
        return comparable(values);
    }

    /// What was sent, or an answer: addresses in lower case, as Intercom compares them.
    SortedMap<String, FieldValue> comparable(SortedMap<String, FieldValue> fields) {
        SortedMap<String, FieldValue> form = new TreeMap<>();
        fields.forEach((name, value) -> {
            FieldValue kept = Answers.kept(value);
            if (kept != null) {
                form.put(
                        name,
                        name.equals("email") && kept instanceof FieldValue.Text(String address)
                                ? new FieldValue.Text(address.toLowerCase(Locale.ROOT))
                                : kept);
            }
        });
        return form;
    }
}
