package dev.ferry.intercom.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Intercom says in the prose of an error and nowhere else. Everything that is not recognised is dropped,
/// since prose may quote a person.
///
/// *Source*: the messages as the reference of this repository's tests quotes them.
public sealed interface Said {
    /// Nothing that is known.
    Said NOTHING = new Nothing();

    /// See [#NOTHING].
    record Nothing() implements Said {}

    /// A contact with one of these keys exists.
    ///
    /// @param archived whether it must be unarchived before it can be changed
    record ContactExists(String id, boolean archived) implements Said {}

    /// A contact cannot be taken out of the archive.
    record NotRestorable() implements Said {}

    /// Too many replies to this conversation within a short time.
    record TooManyReplies() implements Said {}

    /// The time of a message was refused.
    record InvalidTime() implements Said {}

    /// An attribute does not exist.
    record NoSuchAttribute() implements Said {}

    /// Another scroll is open in this workspace.
    record ScrollIsOpen() implements Said {}

    /// What a message says.
    static Said of(String code, String message) {
        Matcher twin = Patterns.TWIN.matcher(message);
        if (twin.find()) {
            return new ContactExists(twin.group(2), twin.group(1) != null);
        }
        if (code.equals("not_restorable") || message.contains("not restorable")) {
            return new NotRestorable();
        }
        if (message.contains("Too many recent replies")) {
            return new TooManyReplies();
        }
        if (message.contains("is an invalid value for created_at")) {
            return new InvalidTime();
        }
        if (Patterns.ATTRIBUTE.matcher(message).find()) {
            return new NoSuchAttribute();
        }
        return code.equals("scroll_exists") ? new ScrollIsOpen() : NOTHING;
    }

    /// The forms of messages.
    final class Patterns {
        private static final Pattern TWIN = Pattern.compile("(?i)(archived )?contact matching .*id=([0-9a-f]+)");
        private static final Pattern ATTRIBUTE = Pattern.compile("(?i)attribute '.*' does not exist");

        private Patterns() {}
    }
}
