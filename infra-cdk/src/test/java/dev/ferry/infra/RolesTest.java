package dev.ferry.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What roles allow, against `roles.json`, which `ActionsReportTest` holds against what functions do.
class RolesTest {
    // What the services do in a function's name. Source: Lambda developer guide, execution role.
    private static final Set<String> OF_THE_SERVICE = Set.of(
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            "sqs:ReceiveMessage",
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes");

    /// Every wildcard that a policy may have, and why.
    private static final Map<String, String> WILDCARDS = Map.of(
            "work-bucket/*", "objects have no names before a run",
            "arn:PARTITION:s3:::acme-export/*", "the export is the customer's",
            "secret-??????", "Secrets Manager adds six characters",
            "function:*", "a run that is on calls older versions",
            "execution:*", "executions are made while a run is on",
            "mapRun:*", "so are map runs",
            "events/*", "Firehose names what it delivers",
            "undelivered/events/*", "Firehose names what it could not deliver",
            "*", "X-Ray, the delivery of logs and a key's own policy know no resources");

    private final Templates templates = Templates.get();

    @Test
    void allowFunctionsWhatTheyDoAndNoMore() {
        Map<String, Set<String>> allowed = new TreeMap<>();
        Map<String, Set<String>> described = new TreeMap<>();
        templates.description().deployment().functions().forEach(function -> {
            allowed.put(function.name(), actions(function.name()));
            described.put(
                    function.name(),
                    templates.description().role(function.name()).values().stream()
                            .flatMap(List::stream)
                            .flatMap(RolesTest::withWhatItImplies)
                            .collect(Collectors.toCollection(TreeSet::new)));
        });
        assertThat(allowed).isEqualTo(described);
    }

    // An upload in parts that fails midway is taken back.
    private static Stream<String> withWhatItImplies(String action) {
        return action.equals("s3:PutObject") ? Stream.of(action, "s3:AbortMultipartUpload") : Stream.of(action);
    }

    @Test
    void nameEveryActionAndEveryResourceThatHasAName() {
        List<JsonNode> statements = statements();
        assertThat(statements).isNotEmpty().allSatisfy(statement -> {
            assertThat(Texts.of(statement.path("Action"))).noneMatch(action -> action.contains("*"));
            assertThat(Texts.of(statement.path("Resource")).stream()
                            .filter(resource -> resource.contains("*") || resource.contains("?"))
                            .map(Wildcard::kind))
                    .as("%s", statement)
                    .isSubsetOf(WILDCARDS.keySet());
        });
    }

    @Test
    void sayByNameWhyAStatementIsOnEverything() {
        assertThat(statements())
                .filteredOn(statement -> Texts.of(statement.path("Resource")).contains("*"))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(Texts.of(statement.path("Action")))
                        .allMatch(action -> switch (statement.path("Sid").asText()) {
                            case "XRayKnowsNoResources" -> action.startsWith("xray:");
                            case "LogDeliveryKnowsNoResources" ->
                                action.matches("logs:(.+LogDelivery|ListLogDeliveries|.+ResourcePolic(y|ies)"
                                        + "|DescribeLogGroups)");
                            default -> false;
                        }));
    }

    @Test
    void letFunctionsUseTheKeyOnlyThroughTheServicesThatTheyUse() {
        assertThat(statements())
                .filteredOn(statement -> Texts.of(statement.path("Action")).contains("kms:DescribeKey"))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement
                                .at("/Condition/StringEquals/kms:ViaService")
                                .isMissingNode())
                        .isFalse());
    }

    @Test
    void areOfOneFunctionEach() {
        List<String> roles = Templates.properties(templates.functions(), "AWS::Lambda::Function").stream()
                .map(function -> function.path("Role").toString())
                .toList();
        assertThat(roles).doesNotHaveDuplicates();
    }

    private Set<String> actions(String function) {
        String name = templates.settings().name(function);
        JsonNode found = Templates.properties(templates.functions(), "AWS::Lambda::Function").stream()
                .filter(one -> one.path("FunctionName").asText().equals(name))
                .findFirst()
                .orElseThrow();
        JsonNode role = templates
                .functions()
                .path("Resources")
                .path(found.at("/Role/Fn::GetAtt/0").asText());
        return Templates.elements(role.at("/Properties/Policies/0/PolicyDocument/Statement"))
                .flatMap(statement -> Texts.of(statement.path("Action")).stream())
                .filter(action -> !action.startsWith("kms:") && !OF_THE_SERVICE.contains(action))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<JsonNode> statements() {
        return Templates.properties(templates.functions(), "AWS::IAM::Role").stream()
                .flatMap(role -> Templates.elements(role.path("Policies")))
                .flatMap(policy -> Templates.elements(policy.at("/PolicyDocument/Statement")))
                .toList();
    }
}
