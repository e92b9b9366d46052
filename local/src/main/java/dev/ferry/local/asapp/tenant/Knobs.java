package dev.ferry.local.asapp.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/// Everything about the simulated tenant that can be chosen: its limits, what the reference assumes, and its faults.
///
/// *Shape*: one flat JSON object; the names are those of the groups' components, which are unique. *Errors*: a value
/// out of bounds is refused with an `IllegalArgumentException` that names the knob.
public record Knobs(
        LimitRules limits,
        ExporterRules exporter,
        RowRules rows,
        BatchRules batch,
        ApiRules api,
        EventRules events,
        Faults faults,
        Extensions extensions,
        ClockRules time) {

    /// The faithful profile without faults.
    public static Knobs faithful() {
        return new Knobs(
                LimitRules.assumed(),
                ExporterRules.assumed(),
                RowRules.untouched(),
                BatchRules.assumed(),
                ApiRules.assumed(),
                EventRules.assumed(),
                Faults.none(),
                Extensions.none(),
                ClockRules.real());
    }

    /// These knobs with some of them changed; an object changes the named parts of what is there.
    public Knobs with(JsonNode changes) {
        ObjectNode groups = KnobJson.MAPPER.valueToTree(this);
        changes.properties().forEach(change -> {
            ObjectNode group = groupOf(groups, change.getKey());
            group.set(change.getKey(), merged(group.path(change.getKey()), change.getValue()));
        });
        try {
            return KnobJson.MAPPER.treeToValue(groups, Knobs.class);
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause();
            throw new IllegalArgumentException(
                    cause instanceof IllegalArgumentException refused
                            ? refused.getMessage()
                            : "A knob has a value of the wrong type: " + e.getOriginalMessage(),
                    e);
        }
    }

    /// These knobs with some of them changed, each value as a command line spells it.
    ///
    /// *Shape*: JSON, or a text that needs no quotes; `journey.url=...` changes a part of a knob.
    public Knobs withTexts(Map<String, String> changes) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(changes).forEach((name, text) -> {
            int dot = name.indexOf('.');
            if (dot < 0 || name.startsWith("extensions.")) {
                tree.set(name, KnobJson.value(text));
            } else {
                tree.withObjectProperty(name.substring(0, dot)).set(name.substring(dot + 1), KnobJson.value(text));
            }
        });
        return with(tree);
    }

    /// All knobs by name.
    public ObjectNode json() {
        ObjectNode flat = JsonNodeFactory.instance.objectNode();
        ObjectNode groups = KnobJson.MAPPER.valueToTree(this);
        groups.forEach(group -> flat.setAll((ObjectNode) group));
        return flat;
    }

    private static ObjectNode groupOf(ObjectNode groups, String knob) {
        for (JsonNode group : groups) {
            if (group.has(knob)) {
                return (ObjectNode) group;
            }
        }
        throw new IllegalArgumentException("There is no knob named " + knob);
    }

    private static JsonNode merged(JsonNode old, JsonNode changed) {
        if (!(old instanceof ObjectNode object) || !changed.isObject()) {
            return changed.isMissingNode() ? NullNode.instance : changed;
        }
        ObjectNode both = object.deepCopy();
        both.setAll((ObjectNode) changed);
        return both;
    }
}
