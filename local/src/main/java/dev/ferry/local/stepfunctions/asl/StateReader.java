package dev.ferry.local.stepfunctions.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.jsonpath.ReferencePath;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads one state.
final class StateReader {

    private static final List<String> TYPES =
            List.of("Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel", "Map");
    private static final Set<String> PATH_FIELDS = Set.of(
            "InputPath",
            "OutputPath",
            "ItemsPath",
            "SecondsPath",
            "TimestampPath",
            "TimeoutSecondsPath",
            "HeartbeatSecondsPath",
            "MaxConcurrencyPath",
            "ToleratedFailureCountPath",
            "ToleratedFailurePercentagePath");
    private static final Set<String> TEMPLATE_FIELDS = Set.of(
            "Parameters", "ResultSelector", "Assign", "ItemSelector", "ItemReader", "ItemBatcher", "ResultWriter");
    private static final Pattern TIMESTAMP =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})");

    private final DefinitionReader graphs;
    private final Findings findings;
    private final Templates templates;
    private final RecoveryReader recoveries;
    private final ChoiceReader choices;
    private final TaskReader tasks;
    private final MapReader maps;

    StateReader(DefinitionReader graphs, Findings findings, boolean express) {
        this.graphs = graphs;
        this.findings = findings;
        this.templates = new Templates(findings);
        this.recoveries = new RecoveryReader(findings, templates);
        this.choices = new ChoiceReader(findings, templates);
        this.tasks = new TaskReader(findings, express);
        this.maps = new MapReader(graphs, findings, express);
    }

    Optional<State> read(String name, JsonNode node, QueryLanguage inherited, String at) {
        if (!(node instanceof ObjectNode state)) {
            findings.schema("Expected value of type Object", at);
            return Optional.empty();
        }
        var type = state.path("Type").asText();
        if (!TYPES.contains(type)) {
            findings.schema("The field 'Type' should have one of these values: " + TYPES, at + "/Type");
            return Optional.empty();
        }
        var language = findings.language(state, inherited, at);
        fields(state, type, language, at);
        var head = new StateHead(name, language, state, next(state, type, at));
        return Optional.of(
                switch (type) {
                    case "Task" -> new State.Task(head, tasks.target(state, at), recoveries.read(state, language, at));
                    case "Pass" -> new State.Pass(head);
                    case "Choice" -> choice(head, at);
                    case "Wait" -> wait(head, at);
                    case "Parallel" -> parallel(head, at);
                    case "Map" -> maps.read(head, recoveries.read(state, language, at), at);
                    case "Succeed" -> new State.Succeed(head);
                    default -> fail(head, at);
                });
    }

    private void fields(ObjectNode state, String type, QueryLanguage language, String at) {
        var known = FieldTable.of(type, language);
        if (type.equals("Task")) {
            tasks.credentials(state, at);
        }
        state.properties().forEach(entry -> {
            var field = entry.getKey();
            if (!known.contains(field) && !(type.equals("Task") && field.equals("Credentials"))) {
                findings.schema("Field is not supported", at + "/" + field);
            } else if (language == QueryLanguage.JSONATA) {
                if (!Set.of("Branches", "ItemProcessor", "Iterator", "Choices", "Catch")
                        .contains(field)) {
                    templates.jsonata(entry.getValue(), at + "/" + field);
                }
            } else if (PATH_FIELDS.contains(field)) {
                templates.path(entry.getValue(), at + "/" + field);
            } else if (TEMPLATE_FIELDS.contains(field)) {
                templates.jsonPath(entry.getValue(), at + "/" + field);
            }
        });
        var resultPath = state.get("ResultPath");
        if (resultPath != null && !resultPath.isNull() && !ReferencePath.isReference(resultPath.asText())) {
            findings.schema("Value is not a Reference Path", at + "/ResultPath");
        }
    }

    private @org.jspecify.annotations.Nullable String next(ObjectNode state, String type, String at) {
        if (Set.of("Succeed", "Fail", "Choice").contains(type)) {
            return null;
        }
        boolean ends = state.path("End").asBoolean();
        if (ends == state.has("Next")) {
            findings.schema("A state has either 'Next' or 'End: true'", at);
        }
        return ends ? null : state.path("Next").asText();
    }

    private State choice(StateHead head, String at) {
        var otherwise = head.text("Default", "");
        return new State.Choice(
                head, choices.read(head.fields(), head.language(), at), otherwise.isEmpty() ? null : otherwise);
    }

    private State wait(StateHead head, String at) {
        var ways = new ArrayList<String>();
        for (var field : new String[] {"Seconds", "SecondsPath", "Timestamp", "TimestampPath"}) {
            if (head.has(field)) {
                ways.add(field);
            }
        }
        if (ways.size() != 1) {
            findings.schema("A Wait state has exactly one of [Seconds, SecondsPath, Timestamp, TimestampPath]", at);
        }
        var timestamp = head.text("Timestamp", "");
        boolean expression = head.language() == QueryLanguage.JSONATA && timestamp.startsWith("{%");
        if (head.has("Timestamp") && !expression && !isTimestamp(timestamp)) {
            findings.schema("String does not match RFC3339 timestamp", at + "/Timestamp");
        }
        head.field("Seconds").filter(seconds -> seconds.isNumber()).ifPresent(seconds -> {
            if (!seconds.isIntegralNumber() || seconds.asLong() < 0) {
                findings.schema("Expected a non-negative integer", at + "/Seconds");
            }
        });
        return new State.Wait(head);
    }

    private static boolean isTimestamp(String text) {
        if (!TIMESTAMP.matcher(text).matches()) {
            return false;
        }
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private State parallel(StateHead head, String at) {
        var branches = new ArrayList<Graph>();
        int index = 0;
        for (var branch : findings.filledArray(head.fields(), "Branches", at)) {
            branches.add(graphs.branch(branch, head.language(), at + "/Branches[" + index++ + "]"));
        }
        return new State.Parallel(head, branches, recoveries.read(head.fields(), head.language(), at));
    }

    private State fail(StateHead head, String at) {
        for (var field : new String[] {"Error", "Cause"}) {
            if (head.has(field) && head.has(field + "Path")) {
                findings.schema("Only one of '%s' and '%sPath' may be present".formatted(field, field), at);
            }
        }
        return new State.Fail(head);
    }
}
