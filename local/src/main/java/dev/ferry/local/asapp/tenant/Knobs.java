package dev.ferry.local.asapp.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.simulation.ClockRules;
import dev.ferry.local.simulation.KnobJson;
import java.util.Map;

/// Everything about the simulated tenant that can be chosen: its limits, what the reference assumes, and its
/// faults.
///
/// *Shape*: one flat JSON object; the names are those of the groups' components, which are unique. *Errors*: a
/// value out of bounds is refused with an `IllegalArgumentException` that names the knob.
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
        return KnobJson.with(this, changes, Knobs.class);
    }

    /// These knobs with some of them changed, each value as a command line spells it.
    ///
    /// *Shape*: JSON, or a text that needs no quotes; `journey.url=...` changes a part of a knob.
    public Knobs withTexts(Map<String, String> changes) {
        return KnobJson.withTexts(this, changes, Knobs.class);
    }

    /// All knobs by name.
    public ObjectNode json() {
        return KnobJson.json(this);
    }
}
