package dev.ferry.salesforce.client;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One error that Salesforce reported about a record or a request.
///
/// Shape: three sources have it, each written differently: `sf__Error` of Bulk 2.0
/// (`CODE:message:FIELD1,FIELD2 --`), `statusCode` of a Collections row, `errorCode` of a request. The
/// message may quote the record, so `toString` leaves it out; never log it.
public record RecordError(String code, String message, List<String> fields) {
    /// The code of an error text that carries none.
    public static final String NO_CODE = "UNKNOWN";

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern FIELDS = Pattern.compile("[\\w.:]+(\\s*,\\s*[\\w.:]+)*");
    private static final Pattern HOLDER =
            Pattern.compile("with id:\\s*([a-zA-Z0-9]{18}|[a-zA-Z0-9]{15})(?![a-zA-Z0-9])");
    private static final String END = "--";

    /// Copies the fields.
    public RecordError {
        fields = List.copyOf(fields);
    }

    /// Parses the `sf__Error` column, or a job's `errorMessage`. Never throws: a text without a code gets
    /// [#NO_CODE].
    ///
    /// Messages contain colons themselves, so the code ends at the first one and the fields begin after the
    /// last, and only when what stands there can be a list of field names.
    public static RecordError parse(String text) {
        var stripped = text.strip();
        var ended = stripped.endsWith(END);
        var body =
                ended ? stripped.substring(0, stripped.length() - END.length()).stripTrailing() : stripped;
        var colon = body.indexOf(':');
        var code = colon < 0 ? body.strip() : body.substring(0, colon).strip();
        if (!CODE.matcher(code).matches()) {
            return new RecordError(NO_CODE, stripped, List.of());
        }
        var rest = colon < 0 ? "" : body.substring(colon + 1);
        var last = rest.lastIndexOf(':');
        if (!ended || last < 0) {
            return new RecordError(code, rest.strip(), List.of());
        }
        var names = rest.substring(last + 1).strip();
        if (names.isEmpty()) {
            return new RecordError(code, rest.substring(0, last).strip(), List.of());
        }
        return FIELDS.matcher(names).matches()
                ? new RecordError(code, rest.substring(0, last).strip(), List.of(names.split("\\s*,\\s*", -1)))
                : new RecordError(code, rest.strip(), List.of());
    }

    /// What the catalogue knows of this error; empty for a code that it has never heard of.
    public Optional<KnownFailure> known() {
        return KnownFailure.of(code);
    }

    /// What can be done about it. A code that nobody knows needs a person.
    ///
    /// `INVALID_FIELD` is two errors in one: an unknown column, or a parent that is not loaded yet. Only the
    /// wording tells them apart; where it does not, the safer reading (configuration, stop) holds.
    public FailureClass failureClass() {
        if (code.equals("INVALID_FIELD") && message.startsWith("Foreign key external ID")) {
            return FailureClass.FIX;
        }
        return known().map(KnownFailure::failureClass).orElse(FailureClass.REVIEW);
    }

    /// What the reader can do, without a word of the record.
    public String hint() {
        return known().map(KnownFailure::hint).orElse("Unknown error code: look at the row and its error text");
    }

    /// The record that already holds the value, when the error says so.
    public ValueHolder valueHolder() {
        if (!code.equals("DUPLICATE_VALUE")) {
            return new ValueHolder.NotADuplicate();
        }
        var holder = HOLDER.matcher(message);
        return holder.find() ? new ValueHolder.Named(new SalesforceId(holder.group(1))) : new ValueHolder.Unnamed();
    }

    @Override
    public String toString() {
        return fields.isEmpty() ? code : code + fields;
    }
}
