package dev.ferry.local.stepfunctions.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the rules of a Choice state.
final class ChoiceReader {

    private static final Set<String> JSONATA_RULE = Set.of("Condition", "Next", "Assign", "Output", "Comment");
    private static final Set<String> JSONPATH_RULE = Set.of("Next", "Assign", "Comment", "Variable");
    private static final Set<String> COMPOSITES = Set.of("And", "Or", "Not");

    private final Findings findings;
    private final Templates templates;

    ChoiceReader(Findings findings, Templates templates) {
        this.findings = findings;
        this.templates = templates;
    }

    List<ObjectNode> read(ObjectNode state, QueryLanguage language, String location) {
        var rules = new ArrayList<ObjectNode>();
        int index = 0;
        for (var element : findings.filledArray(state, "Choices", location)) {
            var at = location + "/Choices[" + index++ + "]";
            if (element instanceof ObjectNode rule) {
                findings.requiredText(rule, "Next", at);
                check(rule, language, at);
                rules.add(rule);
            } else {
                findings.schema("Expected value of type Object", at);
            }
        }
        return rules;
    }

    private void check(ObjectNode rule, QueryLanguage language, String at) {
        switch (language) {
            case JSONATA -> {
                findings.onlyKnown(rule, JSONATA_RULE, at);
                if (!rule.has("Condition")) {
                    findings.missing("Condition", at);
                }
                templates.jsonata(rule, at);
            }
            case JSONPATH -> {
                condition(rule, at);
                templates.jsonPath(rule.path("Assign"), at + "/Assign");
            }
        }
    }

    private void condition(JsonNode rule, String at) {
        var fields = new HashSet<String>();
        rule.fieldNames().forEachRemaining(fields::add);
        fields.removeAll(JSONPATH_RULE);
        if (fields.size() != 1) {
            findings.schema("A rule has exactly one comparison", at);
            return;
        }
        var operator = fields.iterator().next();
        var operand = rule.get(operator);
        if (COMPOSITES.contains(operator)) {
            if (operator.equals("Not")) {
                condition(operand, at + "/Not");
            } else {
                for (int i = 0; i < operand.size(); i++) {
                    condition(operand.get(i), at + "/" + operator + "[" + i + "]");
                }
            }
            return;
        }
        if (Comparison.named(operator).isEmpty()) {
            findings.schema("Field is not supported", at + "/" + operator);
        }
        templates.path(rule.path("Variable"), at + "/Variable");
        if (operator.endsWith("Path")) {
            templates.path(operand, at + "/" + operator);
        }
    }
}
