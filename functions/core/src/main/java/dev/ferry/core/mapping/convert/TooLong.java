package dev.ferry.core.mapping.convert;

import dev.ferry.core.mapping.Adjustment.Rule;
import dev.ferry.core.mapping.convert.Conversion.Fits;
import dev.ferry.core.mapping.convert.Conversion.Misfit;
import dev.ferry.core.target.FieldValue;

/// What becomes of a text that is longer than its field.
public sealed interface TooLong {

    /// The text as it shall stand in the field, or a refusal.
    Conversion shorten(String text, String field, int length, RecordDraft draft);

    /// The record is held back.
    record Refuse() implements TooLong {
        @Override
        public Conversion shorten(String text, String field, int length, RecordDraft draft) {
            return new Misfit(
                    text.length() + " characters where the field takes " + length,
                    "give the field tooLong: truncate, or lengthen it in the target");
        }
    }

    /// The text is cut.
    record Truncate() implements TooLong {
        @Override
        public Conversion shorten(String text, String field, int length, RecordDraft draft) {
            draft.adjust(field, Rule.TRUNCATED);
            return new Fits(new FieldValue.Text(Cut.to(length, text)));
        }
    }

    /// The text is cut, and stands in full in another field of the record.
    record KeepIn(String otherField, int otherLength) implements TooLong {
        @Override
        public Conversion shorten(String text, String field, int length, RecordDraft draft) {
            if (otherLength > 0 && text.length() > otherLength) {
                draft.adjust(otherField, Rule.TRUNCATED);
            }
            draft.put(otherField, new FieldValue.Text(otherLength == 0 ? text : Cut.to(otherLength, text)));
            draft.adjust(field, Rule.TRUNCATED);
            return new Fits(new FieldValue.Text(Cut.to(length, text)));
        }
    }
}
