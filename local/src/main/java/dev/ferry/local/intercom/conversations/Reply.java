package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.contacts.Contacts;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.ApiVersion;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.people.Admins;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Optional;
import java.util.Set;

/// A reply that may be written.
///
/// @param type `comment`, `note` or `quick_reply`
/// @param body as HTML; empty for a quick reply without one
public record Reply(String type, boolean byContact, ObjectNode author, String body) {
    private static final ApiVersion SILENCE = ApiVersion.two(15);
    private static final Set<String> ADMIN_TYPES = Set.of("comment", "note", "quick_reply");

    /// Reads one. *Errors*: 400 for what is missing or not allowed, 404 for authors who are not there, 405 for
    /// admins without a seat.
    ///
    /// @param conversation to be changed in place when its participants become more
    public static Reply of(Workspace workspace, Edit edit, Fields fields, ObjectNode conversation) {
        String type = fields.requiredText("message_type");
        return switch (fields.requiredText("type")) {
            case "user" -> {
                if (!type.equals("comment")) {
                    throw ApiException.invalid("User can only create comments");
                }
                ObjectNode contact = sender(workspace, edit, fields);
                join(workspace, conversation, contact.path("id").asText());
                yield new Reply(
                        type,
                        true,
                        ConversationsResource.author(contact),
                        MessageText.plain(fields.requiredText("body")));
            }
            case "admin" -> {
                if (!ADMIN_TYPES.contains(type)) {
                    throw ApiException.invalid("message_type must be one of comment, note, quick_reply");
                }
                ObjectNode admin = new Admins(workspace, edit).acting(fields.requiredId("admin_id"));
                String body = type.equals("quick_reply") ? fields.text("body").orElse("") : fields.requiredText("body");
                yield new Reply(type, false, Admins.author(admin), body.isEmpty() ? "" : MessageText.html(body));
            }
            default -> throw ApiException.invalid("type must be either user or admin");
        };
    }

    private static ObjectNode sender(Workspace workspace, Edit edit, Fields fields) {
        Contacts contacts = new Contacts(workspace, edit);
        Optional<String> id = fields.id("intercom_user_id");
        Optional<String> externalId = fields.id("user_id");
        Optional<String> email = fields.text("email");
        if (id.isPresent()) {
            return contacts.live(id.get());
        }
        if (externalId.isPresent()) {
            return contacts.byExternalId(externalId.get());
        }
        return contacts.userOf(email.orElseThrow(() -> ApiException.missing("intercom_user_id, user_id or email")))
                .orElseThrow(ApiException::noUser);
    }

    private static void join(Workspace workspace, ObjectNode conversation, String contact) {
        if (Conversations.contacts(conversation).contains(contact)) {
            return;
        }
        if (!workspace.knobs().messages().replyAddsParticipant()) {
            throw ApiException.invalid("The contact is not part of this conversation");
        }
        conversation.withArrayProperty("contacts").add(contact);
    }

    /// Whether the client asked for silence in a version that knows of it.
    boolean isSilent(ApiVersion version, Fields fields) {
        return version.has(SILENCE) && fields.flag("skip_notifications").orElse(false);
    }
}
