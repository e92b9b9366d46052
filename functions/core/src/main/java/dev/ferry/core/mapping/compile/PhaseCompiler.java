package dev.ferry.core.mapping.compile;

import dev.ferry.core.mapping.LoadHints;
import dev.ferry.core.mapping.LoadHints.Api;
import dev.ferry.core.mapping.LoadHints.Operation;
import dev.ferry.core.mapping.compile.PathCompiler.TypedPath;
import dev.ferry.core.mapping.convert.FieldPlan;
import dev.ferry.core.mapping.convert.PhasePlan;
import dev.ferry.core.mapping.convert.SourcePath;
import dev.ferry.core.mapping.document.NearName;
import dev.ferry.core.mapping.document.YamlNode;
import dev.ferry.core.mapping.schema.SourceSchema;
import dev.ferry.core.mapping.schema.SourceType;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.mapping.schema.TargetObject;
import dev.ferry.core.mapping.schema.TargetSchema;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.target.ObjectName;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Compiles the phases of a mapping, one after the other, so that each knows the objects made before it.
///
/// *Threading*: for one thread.
public final class PhaseCompiler {
    private final SourceSchema source;
    private final TargetSchema target;
    private final ZoneId zone;
    private final Problems problems;
    private final Set<String> names = new HashSet<>();
    private final Set<String> earlier = new HashSet<>();
    private final List<String> proposed = new ArrayList<>();

    public PhaseCompiler(SourceSchema source, TargetSchema target, ZoneId zone, Problems problems) {
        this.source = source;
        this.target = target;
        this.zone = zone;
        this.problems = problems;
    }

    /// A compiled phase.
    public record Phase(String name, EntityKind from, LoadHints load, PhasePlan plan) {}

    /// The fields that are only proposed, as `phase.field`.
    public List<String> proposed() {
        return List.copyOf(proposed);
    }

    /// The phase; empty, with problems reported, when it cannot be compiled.
    public Optional<Phase> compile(YamlNode.Mapping node) {
        String name = node.text("name");
        Place place = new Place(node, name, problems);
        if (!names.add(name)) {
            place.report("name", "two phases are named " + name, "give each a name of its own");
        }
        String objectName = node.text("object");
        Optional<TargetObject> object = target.object(new ObjectName(objectName));
        if (object.isEmpty()) {
            place.report("object", "the target has no " + objectName, NearName.hint(objectName, target.names()));
        }
        Optional<Phase> phase = object.flatMap(known -> phase(place, known));
        earlier.add(objectName);
        return phase;
    }

    private Optional<Phase> phase(Place place, TargetObject object) {
        YamlNode.Mapping node = place.node();
        EntityKind from = EntityKind.valueOf(node.text("from").toUpperCase(Locale.ROOT));
        SourceType.ObjectOf record = source.type(from);
        @Nullable SourcePath forEach = null;
        SourceType item = record;
        if (node.has("forEach")) {
            Optional<TypedPath> list = new PathCompiler(record, record).compile(place, "forEach");
            if (list.isEmpty()) {
                return Optional.empty();
            }
            forEach = list.get().path();
            item = itemType(list.get(), place);
        }
        PathCompiler paths = new PathCompiler(item, record);
        LoadHints load = load(place, object);
        FieldContext context = new FieldContext(object, load, paths, zone, earlier);
        List<FieldPlan> fields = fields(place.under("fields"), context);
        checkRequired(place, object);
        @Nullable
        SourcePath lockGroup = node.has("lockGroup")
                ? paths.compile(place, "lockGroup").map(TypedPath::path).orElse(null)
                : null;
        Optional<SourcePath> key = paths.compile(place, "key").map(TypedPath::path);
        var select = new ConditionCompiler(paths).compile(place, "select");
        var where = new ConditionCompiler(paths).compile(place, "where");
        var dependents = new DependenceCheck(place.under("fields"), object, fields).compile();
        SourcePath each = forEach;
        return key.map(id -> new Phase(
                node.text("name"),
                from,
                load,
                new PhasePlan(object.name(), title(node), each, select, where, id, lockGroup, fields, dependents)));
    }

    // A phase without a title is called by its name, in words.
    private static String title(YamlNode.Mapping node) {
        return node.has("title") ? node.text("title") : node.text("name").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    private static SourceType itemType(TypedPath list, Place place) {
        if (list.type() instanceof SourceType.ListOf(SourceType.ObjectOf item)) {
            return item;
        }
        place.report("forEach", list.path().text() + " is not a list of objects", "");
        return SourceType.Scalar.TEXT;
    }

    private List<FieldPlan> fields(Place place, FieldContext context) {
        List<FieldPlan> plans = new ArrayList<>();
        SortedMap<String, TargetField> known = context.object().fields();
        place.node().entries().keySet().forEach(name -> {
            TargetField field = known.get(name);
            if (field == null) {
                place.report(
                        name, context.object().name() + " has no field " + name, NearName.hint(name, known.keySet()));
                return;
            }
            Place own = place.under(name);
            if (own.node().text("state").equals("proposed")) {
                proposed.add(own.path());
            }
            new FieldCompiler(own, field, context).compile().ifPresent(plans::add);
        });
        return List.copyOf(plans);
    }

    private void checkRequired(Place place, TargetObject object) {
        YamlNode.Mapping fields = place.node().mapping("fields");
        object.fields().values().stream()
                .filter(field -> field.required() && !fields.has(field.name()))
                .forEach(field ->
                        place.report("fields", object.name() + " requires " + field.name(), "add it, with a default"));
    }

    private LoadHints load(Place place, TargetObject object) {
        Place own = place.under("load");
        YamlNode.Mapping node = own.node();
        String keyField = node.text("keyField");
        List<String> matchOn = node.items("matchOn").stream()
                .map(item -> String.valueOf(item.plain()))
                .toList();
        YamlNode.Mapping fields = place.node().mapping("fields");
        TargetField field = object.fields().get(keyField);
        if (!keyField.isEmpty() && (field == null || !field.unique() || !fields.has(keyField))) {
            own.report("keyField", keyField + " is no unique field that the phase fills", "");
        }
        matchOn.stream()
                .filter(name -> !fields.has(name))
                .forEach(name -> own.report("matchOn", "the phase does not fill " + name, ""));
        return new LoadHints(
                node.has("operation") ? Operation.valueOf(upper(node, "operation")) : Operation.INSERT,
                node.has("api") ? Api.valueOf(upper(node, "api")) : Api.BULK,
                keyField,
                matchOn);
    }

    private static String upper(YamlNode.Mapping node, String key) {
        return node.text(key).toUpperCase(Locale.ROOT);
    }
}
