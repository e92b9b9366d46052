package dev.ferry.core.mapping.convert;

import dev.ferry.core.mapping.Adjustment.Rule;
import dev.ferry.core.mapping.convert.Conversion.Fits;
import dev.ferry.core.mapping.convert.Conversion.Misfit;
import dev.ferry.core.target.FieldValue;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes a field's value of a JSON value, or says why it does not fit.
public sealed interface Converter {

    /// Converts; what is changed on the way is noted in the draft under the field's name.
    Conversion convert(Object raw, RecordDraft draft);

    /// The API names of other fields that it may set.
    default Set<String> fillsBeside() {
        return Set.of();
    }

    /// Text of a greatest length; 0 for none.
    record ToText(String field, PlainText reading, int length, TooLong tooLong) implements Converter {
        @Override
        public Set<String> fillsBeside() {
            return tooLong instanceof TooLong.KeepIn keep ? Set.of(keep.otherField()) : Set.of();
        }

        @Override
        public Conversion convert(Object raw, RecordDraft draft) {
            String read = reading.of(raw);
            if (read == null) {
                return new Misfit(
                        "an object or a list where a text belongs", "give it format: json or a jsonata expression");
            }
            String text = CleanText.of(read, field, draft);
            if (length == 0 || text.length() <= length) {
                return new Fits(new FieldValue.Text(text));
            }
            return tooLong.shorten(text, field, length, draft);
        }
    }

    /// An e-mail address that could be delivered to.
    record ToEmail(String field, int length) implements Converter {
        private static final Pattern ADDRESS =
                Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}");

        @Override
        public Conversion convert(Object raw, RecordDraft draft) {
            if (!(raw instanceof String text) || text.length() > length) {
                return new Misfit("no e-mail address of at most " + length + " characters", "correct it in the source");
            }
            String address = text.strip();
            boolean dots = address.startsWith(".") || address.contains("..") || address.contains(".@");
            return !dots && ADDRESS.matcher(address).matches()
                    ? new Fits(new FieldValue.Text(address))
                    : new Misfit("no valid e-mail address", "correct it in the source, or let the field drop it");
        }
    }

    /// A value of a restricted picklist, or of several joined by a semicolon.
    record ToPicklist(Set<String> values, boolean several) implements Converter {
        @Override
        public Conversion convert(Object raw, RecordDraft draft) {
            List<?> items = several && raw instanceof List<?> list ? list : List.of(raw);
            StringBuilder chosen = new StringBuilder();
            for (Object item : items) {
                String text = item == null ? null : PlainText.scalar(item);
                if (text == null || !values.contains(text)) {
                    return new Misfit("not a value of the picklist", "add it to the value table or to the picklist");
                }
                chosen.append(chosen.isEmpty() ? "" : ";").append(text);
            }
            return new Fits(new FieldValue.Text(chosen.toString()));
        }
    }

    /// A number of a greatest precision, rounded half up to the field's scale.
    record ToNumber(String field, int precision, int scale) implements Converter {
        @Override
        public Conversion convert(Object raw, RecordDraft draft) {
            return Numbers.parse(raw)
                    .<Conversion>map(number -> {
                        var rounded = Numbers.round(number, scale);
                        if (rounded.compareTo(number) != 0) {
                            draft.adjust(field, Rule.ROUNDED);
                        }
                        return precision > 0 && Numbers.wholeDigits(rounded) > precision - scale
                                ? new Misfit("more digits than the field keeps", "map it to a text field")
                                : new Fits(new FieldValue.Numeric(rounded));
                    })
                    .orElseGet(() -> new Misfit("not a number", "map it to a text field, or let the field drop it"));
        }
    }

    /// A boolean from a boolean, `true`/`false` as text, or 1/0.
    record ToFlag() implements Converter {
        private static final Map<String, Boolean> SPELLINGS =
                Map.of("true", true, "false", false, "TRUE", true, "FALSE", false, "1", true, "0", false);

        @Override
        public Conversion convert(Object raw, RecordDraft draft) {
            Boolean flag = raw instanceof Boolean given ? given : SPELLINGS.get(String.valueOf(PlainText.scalar(raw)));
            return flag == null
                    ? new Misfit("neither true nor false", "give it a value table")
                    : new Fits(new FieldValue.Flag(flag));
        }
    }

    /// A date: the day of a moment in the zone of the business, or a date as it stands.
    record ToDay(ZoneId zone) implements Converter {
        @Override
        public Conversion convert(Object raw, RecordDraft draft) {
            try {
                return new Fits(new FieldValue.Day(Moments.day(raw, zone, draft)));
            } catch (DateTimeException e) {
                return new Misfit("not a date", "correct it in the source, or let the field drop it");
            }
        }
    }

    /// A moment: an instant, or the start of a date in the zone of the business.
    record ToMoment(ZoneId zone) implements Converter {
        @Override
        public Conversion convert(Object raw, RecordDraft draft) {
            try {
                return new Fits(Moments.moment(raw, zone, draft));
            } catch (DateTimeException e) {
                return new Misfit("not a date and time", "correct it in the source, or let the field drop it");
            }
        }
    }

    /// The id of a record type by its developer name.
    record ToRecordType(Map<String, String> ids) implements Converter {
        public ToRecordType {
            ids = Map.copyOf(ids);
        }

        @Override
        public Conversion convert(Object raw, RecordDraft draft) {
            String id = ids.get(String.valueOf(PlainText.scalar(raw)));
            return id == null
                    ? new Misfit("not a record type of the object", "create it, or correct the value table")
                    : new Fits(new FieldValue.TargetId(id));
        }
    }
}
