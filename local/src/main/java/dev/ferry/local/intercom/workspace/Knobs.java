package dev.ferry.local.intercom.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.simulation.ClockRules;
import dev.ferry.local.simulation.KnobJson;
import java.util.Map;

/// Everything about the simulated workspace that can be chosen: its limits, what the reference assumes, its faults.
///
/// *Shape*: one flat JSON object; the names are those of the groups' components, which are unique. *Errors*: a
/// value out of bounds is refused with an `IllegalArgumentException` that names the knob.
public record Knobs(
        LimitRules limits,
        AccessRules access,
        LagRules lags,
        DataRules data,
        MessageRules messages,
        Automation automation,
        Faults faults,
        ClockRules time) {

    /// The faithful profile without faults.
    public static Knobs faithful() {
        return new Knobs(
                LimitRules.documented(),
                AccessRules.documented(),
                LagRules.assumed(),
                DataRules.strict(),
                MessageRules.strict(),
                Automation.off(),
                Faults.none(),
                ClockRules.real());
    }

    /// These knobs with some of them changed.
    public Knobs with(JsonNode changes) {
        return KnobJson.with(this, changes, Knobs.class);
    }

    /// These knobs with some of them changed, each value as a command line spells it.
    public Knobs withTexts(Map<String, String> changes) {
        return KnobJson.withTexts(this, changes, Knobs.class);
    }

    /// All knobs by name.
    public ObjectNode json() {
        return KnobJson.json(this);
    }
}
