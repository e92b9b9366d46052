package dev.ferry.core.target;

import java.util.List;

/// What became of one record in the target.
public sealed interface Outcome {

    /// The record was made by this load.
    record Created(String targetId) implements Outcome {}

    /// The record was there and was changed by this load.
    record Updated(String targetId) implements Outcome {}

    /// The record was there as it should be; nothing was written.
    record Unchanged(String targetId) implements Outcome {}

    /// The record was found in the target while it was sent: it stood there before Ferry came. Only what was empty
    /// in it was given a value.
    ///
    /// @param filled the fields that got a value
    /// @param loaded what the target should answer when the record is read back
    record Linked(String targetId, List<String> filled, ContentHash loaded) implements Outcome {
        public Linked {
            filled = List.copyOf(filled);
        }
    }

    /// The record was refused.
    ///
    /// @param code the target's own code, for example `STRING_TOO_LONG`
    /// @param field the field that the target named, or an empty string
    /// @param reason what the target said, free of contents
    /// @param hint what a person can do
    /// @param retriable whether the same record may pass later without a change
    record Failed(String code, String field, String reason, String hint, boolean retriable) implements Outcome {}

    /// The record was made, but not all of it as it should be: what is missing was refused.
    record Partial(String targetId, Failed why) implements Outcome {}

    /// The answer was lost. Never final: it is settled by looking in the target before anything is sent again.
    record Unknown(String jobId) implements Outcome {}
}
