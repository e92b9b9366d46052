package dev.ferry.local.intercom.contacts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.attributes.DataAttributes;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Creates and updates contacts. *Errors*: 400 for what is wrong with them, 409 for a twin.
public record ContactWriting(Workspace workspace, Edit edit) {
    private static final Set<String> FIELDS = Set.of(
            "role",
            "external_id",
            "email",
            "email_verified",
            "phone",
            "name",
            "avatar",
            "signed_up_at",
            "last_seen_at",
            "owner_id",
            "unsubscribed_from_emails",
            "custom_attributes",
            "language_override");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    /// The fields of an object that contacts have; bulk jobs ignore the others.
    public static ObjectNode known(ObjectNode item) {
        return item.deepCopy().retain(FIELDS);
    }

    /// Creates a contact.
    public ObjectNode create(Fields fields) {
        if (!fields.has("email") && !fields.has("external_id") && !fields.has("role")) {
            throw new ApiException(400, "parameter_not_found", "one of email, external_id or role must be specified");
        }
        long millis = workspace.millis();
        String id = edit.nextHexId(workspace.seconds());
        ObjectNode contact = JsonNodeFactory.instance.objectNode().put("id", id).put("role", "user");
        contact.put("created_at", workspace.seconds());
        contact.put("indexed_at", millis + workspace.knobs().lags().indexDelay().toMillis());
        contact.put(
                "messageable_at",
                millis + workspace.knobs().lags().messagingDelay().toMillis());
        write(contact, fields);
        return edit.put(Kind.CONTACT, id, contact);
    }

    /// Updates a contact.
    public ObjectNode update(String id, Fields fields) {
        new Contacts(workspace, edit).live(id);
        return write(edit.change(Kind.CONTACT, id), fields);
    }

    private ObjectNode write(ObjectNode contact, Fields fields) {
        refuseUnknown(fields);
        fields.text("role").ifPresent(role -> contact.put("role", checkedRole(role)));
        fields.text("email").ifPresent(email -> contact.put("email", checkedEmail(email)));
        fields.id("external_id").ifPresent(id -> contact.put("external_id", id));
        if (fields.flag("email_verified").isPresent() && fields.text("email").isEmpty()) {
            throw ApiException.invalid("email_verified can only be set together with an email");
        }
        boolean nameless = !contact.path("email").isTextual()
                && !contact.path("external_id").isTextual();
        if (contact.path("role").asText().equals("user") && nameless) {
            throw new ApiException(400, "parameter_not_found", "email or external_id must be specified for a user");
        }
        refuseTwin(contact);
        fields.text("phone").ifPresent(phone -> contact.put("phone", checkedPhone(phone)));
        Stream.of("name", "language_override")
                .forEach(name -> fields.text(name).ifPresent(value -> contact.put(name, value)));
        Stream.of("signed_up_at", "last_seen_at")
                .forEach(name -> fields.number(name).ifPresent(value -> contact.put(name, value)));
        Stream.of("phone", "name", "signed_up_at", "last_seen_at", "owner_id", "language_override")
                .filter(name -> fields.json().path(name).isNull())
                .forEach(contact::putNull);
        fields.id("owner_id").ifPresent(owner -> contact.put("owner_id", checkedOwner(owner)));
        fields.flag("unsubscribed_from_emails").ifPresent(value -> contact.put("unsubscribed_from_emails", value));
        fields.object("custom_attributes").ifPresent(values -> {
            DataAttributes attributes =
                    new DataAttributes(edit, "contact", workspace.knobs().data());
            contact.set("custom_attributes", attributes.written(contact.path("custom_attributes"), values));
        });
        return contact.put("updated_at", workspace.seconds());
    }

    private void refuseUnknown(Fields fields) {
        if (workspace.knobs().data().unknownFieldsRefused()) {
            fields.json().fieldNames().forEachRemaining(name -> {
                if (!FIELDS.contains(name)) {
                    throw ApiException.invalid("bad '%s' parameter".formatted(name));
                }
            });
        }
    }

    private static String checkedRole(String role) {
        if (!role.equals("user") && !role.equals("lead")) {
            throw ApiException.invalid("role must be either user or lead");
        }
        return role;
    }

    private static String checkedEmail(String email) {
        if (!EMAIL.matcher(email).matches()) {
            throw ApiException.invalid("email is invalid");
        }
        return email;
    }

    private String checkedPhone(String phone) {
        if (workspace.knobs().data().phoneValidation() && !E164.matcher(phone).matches()) {
            throw ApiException.invalid("phone is invalid");
        }
        return phone;
    }

    private String checkedOwner(String owner) {
        if (edit.find(Kind.ADMIN, owner).isEmpty()) {
            throw ApiException.invalid("The owner specified is not a member of the workspace");
        }
        return owner;
    }

    private void refuseTwin(ObjectNode contact) {
        if (!contact.path("role").asText().equals("user")) {
            return;
        }
        List<ObjectNode> alike = Stream.concat(
                        edit
                                .by(
                                        Lookup.CONTACT_EXTERNAL_ID,
                                        contact.path("external_id").asText())
                                .stream(),
                        edit
                                .by(
                                        Lookup.CONTACT_EMAIL,
                                        contact.path("email").asText().toLowerCase(Locale.ROOT))
                                .stream())
                .filter(other -> other.path("role").asText().equals("user"))
                .filter(other -> !other.path("id").equals(contact.path("id")))
                .filter(other -> !other.has("merged_into"))
                .toList();
        alike.stream()
                .filter(other -> !Contacts.isArchived(other))
                .findFirst()
                .or(() -> alike.stream().findFirst())
                .ifPresent(twin -> {
                    String kind = Contacts.isArchived(twin) ? "An archived contact" : "A contact";
                    throw new ApiException(
                            409,
                            "conflict",
                            "%s matching those details already exists with id=%s"
                                    .formatted(kind, twin.path("id").asText()));
                });
    }
}
