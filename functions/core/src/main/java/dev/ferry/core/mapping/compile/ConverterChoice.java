package dev.ferry.core.mapping.compile;

import dev.ferry.core.mapping.convert.Converter;
import dev.ferry.core.mapping.convert.PlainText;
import dev.ferry.core.mapping.convert.PlainText.Format;
import dev.ferry.core.mapping.convert.TooLong;
import dev.ferry.core.mapping.document.NearName;
import dev.ferry.core.mapping.document.YamlNode;
import dev.ferry.core.mapping.schema.FieldType;
import dev.ferry.core.mapping.schema.PicklistValue;
import dev.ferry.core.mapping.schema.TargetField;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Chooses the converter of a field from the target's type and the field's own rules.
record ConverterChoice(Place place, TargetField target, FieldContext context) {

    /// The converter; empty, with a problem reported, when the rules contradict the type.
    Optional<Converter> choose() {
        String declared = place.node().text("type");
        if (!declared.isEmpty() && !fits(declared)) {
            place.report("type", "type " + declared + " clashes with the target's " + label(), "");
            return Optional.empty();
        }
        if (!target.type().textual()
                && (place.node().has("tooLong") || place.node().has("format"))) {
            place.report("tooLong", "a rule for text on the target's " + label(), "remove it");
        }
        return switch (target.type()) {
            case TEXT, LONG_TEXT, PHONE, URL -> Optional.of(text("; "));
            case EMAIL -> Optional.of(new Converter.ToEmail(target.name(), target.length()));
            case PICKLIST -> Optional.of(target.restricted() ? picklist(false) : text("; "));
            case MULTI_PICKLIST -> Optional.of(target.restricted() ? picklist(true) : text(";"));
            case NUMBER -> Optional.of(new Converter.ToNumber(target.name(), target.precision(), target.scale()));
            case BOOLEAN -> Optional.of(new Converter.ToFlag());
            case DATE -> Optional.of(new Converter.ToDay(zone()));
            case DATETIME -> Optional.of(new Converter.ToMoment(zone()));
            case REFERENCE -> reference(declared);
        };
    }

    private boolean fits(String declared) {
        return switch (declared) {
            case "text" -> target.type().textual();
            case "recordType" -> target.type() == FieldType.REFERENCE;
            default -> target.type().name().equalsIgnoreCase(declared);
        };
    }

    private Optional<Converter> reference(String declared) {
        if (declared.equals("recordType")) {
            return Optional.of(new Converter.ToRecordType(context.object().recordTypes()));
        }
        place.report("path", "the target's " + label() + " takes no text", "use reference, owner or type: recordType");
        return Optional.empty();
    }

    private Converter picklist(boolean several) {
        Set<String> values = target.values().stream().map(PicklistValue::value).collect(Collectors.toSet());
        return new Converter.ToPicklist(values, several);
    }

    private Converter text(String defaultJoin) {
        YamlNode.Mapping node = place.node();
        Format format =
                node.has("format") ? Format.valueOf(node.text("format").toUpperCase(Locale.ROOT)) : Format.PLAIN;
        String join = node.has("join") ? node.text("join") : defaultJoin;
        return new Converter.ToText(target.name(), new PlainText(format, join), target.length(), tooLong(format));
    }

    private TooLong tooLong(Format format) {
        YamlNode.Mapping node = place.node();
        boolean truncate = node.text("tooLong").equals("truncate");
        if (truncate && format == Format.HTML) {
            place.report("tooLong", "HTML cannot be cut without breaking it", "use quarantine");
        }
        if (node.has("keepIn")) {
            return keepIn(node.text("keepIn"), truncate);
        }
        return truncate ? new TooLong.Truncate() : new TooLong.Refuse();
    }

    private TooLong keepIn(String other, boolean truncate) {
        TargetField field = context.object().fields().get(other);
        if (field == null || !field.type().textual()) {
            place.report(
                    "keepIn",
                    context.object().name() + " has no text field " + other,
                    NearName.hint(other, context.object().fields().keySet()));
            return new TooLong.Refuse();
        }
        if (!truncate) {
            place.report("keepIn", "keeps the rest of a text that is not cut", "add tooLong: truncate");
        }
        return new TooLong.KeepIn(other, field.length());
    }

    private ZoneId zone() {
        String own = place.node().text("zone");
        try {
            return own.isEmpty() ? context.zone() : ZoneId.of(own);
        } catch (DateTimeException e) {
            place.report("zone", "no such time zone", "for example Europe/Berlin");
            return context.zone();
        }
    }

    private String label() {
        return target.type().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " field " + target.name();
    }
}
