package dev.ferry.core.mapping.compile;

import com.dashjoin.jsonata.JException;
import dev.ferry.core.mapping.LoadHints.Operation;
import dev.ferry.core.mapping.compile.PathCompiler.TypedPath;
import dev.ferry.core.mapping.convert.Converter;
import dev.ferry.core.mapping.convert.FieldPlan;
import dev.ferry.core.mapping.convert.JsonataExpression;
import dev.ferry.core.mapping.convert.SourcePath;
import dev.ferry.core.mapping.convert.ValueSource;
import dev.ferry.core.mapping.document.YamlNode;
import dev.ferry.core.mapping.schema.FieldType;
import dev.ferry.core.mapping.schema.SourceType;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.target.ObjectName;
import java.util.List;
import java.util.Optional;

/// Compiles one field of a phase.
record FieldCompiler(Place place, TargetField target, FieldContext context) {
    private static final List<String> SOURCES =
            List.of("path", "constant", "template", "reference", "owner", "jsonata");

    /// How the field is filled; empty, with problems reported, when it cannot be.
    Optional<FieldPlan> compile() {
        checkAccess();
        if (place.node().text("state").equals("undecided")) {
            String open = place.node().text("reason");
            place.report("state", "nobody decided on this field yet" + (open.isEmpty() ? "" : ": " + open), "");
            return Optional.empty();
        }
        List<String> sources =
                SOURCES.stream().filter(key -> place.node().has(key)).toList();
        if (sources.size() != 1) {
            place.report(
                    sources.isEmpty() ? "path" : sources.get(1),
                    sources.isEmpty() ? "no source" : "more than one source",
                    "give exactly one of " + String.join(", ", SOURCES));
            return Optional.empty();
        }
        return switch (sources.getFirst()) {
            case "constant" -> constant();
            case "reference" -> reference();
            case "owner" -> owner();
            case "template" ->
                new TemplateCompiler(place, context.paths()).compile().flatMap(this::value);
            case "jsonata" -> expression().flatMap(this::value);
            default -> path().flatMap(this::value);
        };
    }

    private void checkAccess() {
        if (!target.createable()) {
            place.problems()
                    .add(
                            place.node().line(),
                            place.path(),
                            "the target does not let the loading user set " + target.name(),
                            "grant the permission or the field's access, or remove the line");
        } else if (!target.updateable() && context.load().operation() == Operation.UPSERT) {
            place.problems()
                    .add(
                            place.node().line(),
                            place.path(),
                            target.name() + " can be set when a record is made, not later",
                            "load the phase with operation: insert, or remove the line");
        }
    }

    private Optional<FieldPlan> constant() {
        return converter()
                .flatMap(converter -> new Constants(place, target, converter)
                        .of(place.node().value("constant"), "constant")
                        .map(value -> new FieldPlan.Fixed(target.name(), value)));
    }

    private Optional<FieldPlan> value(ValueSource source) {
        return converter().map(converter -> new Constants(place, target, converter).plan(source));
    }

    private Optional<Converter> converter() {
        return new ConverterChoice(place, target, context).choose();
    }

    private Optional<ValueSource> path() {
        return context.paths().compile(place, "path").map(typed -> {
            boolean kept = place.node().text("otherwise").equals("keep");
            if (!place.node().has("values") || kept) {
                checkType(typed);
            }
            return new ValueSource.FromPath(typed.path());
        });
    }

    private void checkType(TypedPath typed) {
        boolean json = place.node().text("format").equals("json");
        boolean asserted = place.node().has("type");
        boolean fits = switch (typed.type()) {
            case SourceType.Scalar scalar -> asserted || scalarFits(scalar);
            case SourceType.ListOf(SourceType.Scalar item) -> target.type().textual();
            case SourceType.ListOf list -> json;
            case SourceType.ObjectOf object -> json;
            case SourceType.MapOf map -> json;
        };
        if (!fits) {
            place.report(
                    "path",
                    typed.path().text() + " does not fit the target's " + target.type() + " field " + target.name(),
                    typed.type() instanceof SourceType.Scalar
                            ? "give it a value table, or a type when the text always holds one"
                            : "give it format: json or a jsonata expression");
        }
    }

    private boolean scalarFits(SourceType.Scalar scalar) {
        if (target.type().textual()) {
            return true;
        }
        return switch (scalar) {
            case TEXT -> false;
            case NUMBER -> target.type() == FieldType.NUMBER;
            case BOOLEAN -> target.type() == FieldType.BOOLEAN;
            case TIME -> target.type() == FieldType.DATE || target.type() == FieldType.DATETIME;
        };
    }

    private Optional<ValueSource> expression() {
        return expression(place, "jsonata").map(ValueSource.FromExpression::new);
    }

    /// The expression under a key; empty, with problems reported, when it is none or not of the subset.
    static Optional<JsonataExpression> expression(Place place, String key) {
        String text = place.node().text(key);
        List<String> violations = JsonataSubset.violations(text);
        violations.forEach(violation -> place.report(key, violation, ""));
        if (!violations.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JsonataExpression(text));
        } catch (JException e) {
            place.report(key, "not a JSONata expression: " + e.getMessage(), "");
        } catch (IndexOutOfBoundsException e) {
            // The parser's answer to a comment or a literal that the text ends within or right after.
            place.report(key, "not a JSONata expression: it ends too early", "put a comment before other text");
        }
        return Optional.empty();
    }

    private Optional<FieldPlan> reference() {
        Place own = place.under("reference");
        YamlNode.Mapping node = own.node();
        String object = node.text("object");
        String known = node.has("as") ? node.text("as") : object;
        if (!context.earlier().contains(object)) {
            own.report("object", "no earlier phase makes " + object, "move that phase up, or add it");
            return Optional.empty();
        }
        if (target.type() != FieldType.REFERENCE) {
            own.report("object", target.name() + " is no reference in the target", "use path");
        } else if (!target.referenceTo().isEmpty() && !target.referenceTo().contains(known)) {
            own.report("object", target.name() + " does not take " + known, "it takes " + target.referenceTo());
        }
        boolean required = Boolean.TRUE.equals(node.value("required")) || target.required();
        boolean keyRequired = Boolean.TRUE.equals(place.node().value("required")) || target.required();
        return context.paths()
                .compile(own, "key")
                .map(key ->
                        new FieldPlan.Link(target.name(), new ObjectName(object), key.path(), required, keyRequired));
    }

    private Optional<FieldPlan> owner() {
        Place own = place.under("owner");
        if (target.type() != FieldType.REFERENCE) {
            own.report("agent", target.name() + " is no reference in the target", "use path");
        }
        boolean orDefault = !own.node().text("otherwise").equals("none");
        SourcePath orElse = own.node().has("orElse")
                ? context.paths().compile(own, "orElse").map(TypedPath::path).orElse(null)
                : null;
        return context.paths()
                .compile(own, "agent")
                .map(agent -> new FieldPlan.Owner(target.name(), agent.path(), orElse, orDefault));
    }
}
