package dev.ferry.intercom.target;

import dev.ferry.core.target.FieldValue;
import dev.ferry.intercom.target.IntercomOptions.FileLimits;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// A message as it becomes a part of a conversation: its author, its text with what had to be added, its time, its
/// files.
///
/// @param opening whether it is the message that the conversation was made with
/// @param author id of the contact or of the admin
/// @param text plain, with the lines that say who spoke where Intercom has no such author
/// @param second when it was sent. *Units*: seconds since 1970
/// @param position among the messages of the conversation
record Part(
        String conversation,
        boolean opening,
        boolean byContact,
        String author,
        boolean note,
        String text,
        long second,
        long position,
        FileBatches files) {

    /// What Intercom shows where a message has no text.
    static final String NO_TEXT = "[message without text]";

    /// How the id of an opening message begins.
    static final String OPENING = "source-";

    /// A part from the fields of a record.
    ///
    /// @param standIn id of the admin who speaks for bots and for agents without an admin
    static Part of(SortedMap<String, FieldValue> values, String standIn, FileLimits limits) {
        StagedFields fields = new StagedFields(values);
        boolean byContact = fields.text("from").equals("contact");
        FileBatches files = FileBatches.of(MessageFile.list(fields.text("files")), limits);
        String admin = fields.text("admin");
        return new Part(
                fields.text("conversation"),
                fields.flag("opening"),
                byContact,
                byContact ? fields.text("contact") : admin.isEmpty() ? standIn : admin,
                fields.text("kind").equals("note"),
                text(fields, byContact, admin.isEmpty()) + leftOut(files.left()),
                fields.second("created_at"),
                fields.number("position"),
                files);
    }

    private static String text(StagedFields fields, boolean byContact, boolean withoutAdmin) {
        String body = fields.text("body").isBlank() ? NO_TEXT : fields.text("body");
        String speaker = fields.text("speaker");
        if (!speaker.isEmpty()) {
            return "[" + speaker + "] " + body;
        }
        boolean unnamed = !byContact && withoutAdmin && fields.has("agent");
        return unnamed ? "[Agent: " + fields.text("agent") + "]\n" + body : body;
    }

    private static String leftOut(List<MessageFile> left) {
        return left.stream()
                .map(file -> "\n[attachment %s (%d bytes) %s]".formatted(file.name(), file.size(), why(file)))
                .collect(Collectors.joining());
    }

    private static String why(MessageFile file) {
        if (file.sha256().isEmpty()) {
            return "is not in the source";
        }
        return file.hasBytes() ? "is too large for Intercom, kept as " + file.sha256() : "is empty";
    }

    /// The body as it is sent.
    String body() {
        return byContact ? text : PlainBody.html(text);
    }

    /// The files that go with the part itself; an opening message was sent without any.
    List<MessageFile> ownFiles() {
        return opening || files.batches().isEmpty()
                ? List.of()
                : files.batches().getFirst();
    }

    /// The files that follow in parts of their own.
    List<List<MessageFile>> furtherFiles() {
        return opening || files.batches().isEmpty()
                ? files.batches()
                : files.batches().subList(1, files.batches().size());
    }

    /// The text of a part that carries further files.
    static String further(int count) {
        return "[" + count + " more attachments]";
    }

    /// The id of the opening message of a conversation, which Intercom keeps apart from the parts.
    static String openingId(String conversation) {
        return OPENING + conversation;
    }
}
