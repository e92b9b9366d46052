package dev.ferry.local.stepfunctions.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;

/// The arrows of one graph: every target exists, and every state is reached.
final class Transitions {

    private static final String CODE = "MISSING_TRANSITION_TARGET";

    private final Findings findings;
    private final ObjectNode states;

    Transitions(Findings findings, ObjectNode states) {
        this.findings = findings;
        this.states = states;
    }

    void check(String startAt, String location) {
        if (!startAt.isEmpty() && !states.has(startAt)) {
            findings.add(new Diagnostic(CODE, "Missing 'StartAt' target: " + startAt, location + "/StartAt"));
            return;
        }
        var reached = new HashSet<String>();
        var open = new ArrayDeque<String>();
        open.add(startAt);
        while (!open.isEmpty()) {
            var name = open.remove();
            if (reached.add(name) && states.get(name) instanceof ObjectNode state) {
                open.addAll(targets(state, "").values());
            }
        }
        states.properties().forEach(entry -> {
            var at = location + "/States/" + entry.getKey();
            if (entry.getValue() instanceof ObjectNode state) {
                targets(state, at).forEach((where, target) -> {
                    if (!states.has(target)) {
                        findings.add(new Diagnostic(CODE, "Missing 'Next' target: " + target, where));
                    }
                });
            }
            if (!reached.contains(entry.getKey())) {
                findings.add(new Diagnostic(CODE, "State \"%s\" is not reachable.".formatted(entry.getKey()), at));
            }
        });
    }

    /// Targets by where they stand.
    private static Map<String, String> targets(ObjectNode state, String at) {
        var targets = new LinkedHashMap<String, String>();
        put(targets, state.get("Next"), at + "/Next");
        put(targets, state.get("Default"), at + "/Default");
        for (var list : new String[] {"Catch", "Choices"}) {
            int index = 0;
            for (var entry : state.path(list)) {
                put(targets, entry.get("Next"), "%s/%s[%d]/Next".formatted(at, list, index++));
            }
        }
        return targets;
    }

    private static void put(
            Map<String, String> targets, @org.jspecify.annotations.Nullable JsonNode target, String at) {
        if (target != null && target.isTextual()) {
            targets.put(at, target.textValue());
        }
    }
}
