package dev.ferry.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionTemplateTest {
    private final Templates templates = Templates.get();

    @Test
    void hasEveryFunctionOfTheListWithItsSizes() {
        assertThat(Templates.properties(templates.functions(), "AWS::Lambda::Function"))
                .hasSameSizeAs(templates.description().deployment().functions());
        templates.description().deployment().functions().forEach(described -> {
            JsonNode function = function(described.name());
            assertThat(function.path("Handler").asText()).isEqualTo(described.handler());
            assertThat(function.path("MemorySize").asInt())
                    .isEqualTo(described.sizing().memoryMb());
            assertThat(function.path("Timeout").asLong())
                    .isEqualTo(described.sizing().timeout().toSeconds());
            assertThat(function.path("ReservedConcurrentExecutions").asInt(-1))
                    .isEqualTo(described.sizing().reservedConcurrency().orElse(-1));
        });
    }

    @Test
    void runsThemOnJava25OfArmFromOneSnapshottedArtifact() {
        assertThat(Templates.properties(templates.functions(), "AWS::Lambda::Function"))
                .allSatisfy(function -> {
                    assertThat(function.path("Runtime").asText()).isEqualTo("java25");
                    assertThat(function.at("/Architectures/0").asText()).isEqualTo("arm64");
                    assertThat(function.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
                    assertThat(function.at("/TracingConfig/Mode").asText()).isEqualTo("Active");
                    assertThat(function.at("/LoggingConfig/LogGroup/Ref").asText())
                            .isNotEmpty();
                })
                .extracting(function -> function.at("/Code/S3Key").asText())
                .containsOnly(Templates.properties(templates.functions(), "AWS::Lambda::Function")
                        .getFirst()
                        .at("/Code/S3Key")
                        .asText());
    }

    @Test
    void keepsOldVersionsForRunsThatAreOn() {
        assertThat(Templates.resources(templates.functions(), "AWS::Lambda::Version"))
                .isNotEmpty()
                .allSatisfy(version -> assertThat(
                                version.getValue().path("DeletionPolicy").asText())
                        .isEqualTo("Retain"));
        assertThat(Templates.resources(templates.functions(), "AWS::StepFunctions::StateMachineVersion"))
                .isNotEmpty()
                .allSatisfy(version -> assertThat(
                                version.getValue().path("UpdateReplacePolicy").asText())
                        .isEqualTo("Retain"));
    }

    @Test
    void givesMachinesVersionsAndNeverTheLatestCode() {
        assertThat(Templates.properties(templates.functions(), "AWS::StepFunctions::StateMachine"))
                .allSatisfy(machine -> machine.path("DefinitionSubstitutions").properties().stream()
                        .filter(substitution -> substitution.getKey().endsWith("Arn"))
                        .map(Map.Entry::getValue)
                        .forEach(value -> assertThat(value.path("Ref").asText())
                                .as("%s", machine.path("StateMachineName"))
                                .matches(".*(CurrentVersion|machineversion).*")));
    }

    @Test
    void deletesNoMessageThatWasNotWorkedOn() {
        assertThat(Templates.properties(templates.functions(), "AWS::Lambda::EventSourceMapping"))
                .isNotEmpty()
                .allSatisfy(mapping -> {
                    assertThat(mapping.at("/FunctionResponseTypes/0").asText()).isEqualTo("ReportBatchItemFailures");
                    assertThat(mapping.at("/ScalingConfig/MaximumConcurrency").asInt())
                            .isPositive();
                });
        assertThat(Templates.properties(templates.functions(), "AWS::SQS::Queue"))
                .filteredOn(queue -> queue.has("RedrivePolicy"))
                .isNotEmpty()
                .allSatisfy(queue -> assertThat(
                                queue.at("/RedrivePolicy/maxReceiveCount").asInt())
                        .isGreaterThanOrEqualTo(10));
    }

    @Test
    void keepsLogsForATimeAndNeverTheDataOfExecutions() {
        assertThat(Templates.properties(templates.functions(), "AWS::Logs::LogGroup"))
                .allSatisfy(group ->
                        assertThat(group.path("RetentionInDays").asInt()).isEqualTo(30));
        assertThat(Templates.properties(templates.functions(), "AWS::StepFunctions::StateMachine"))
                .allSatisfy(machine -> {
                    assertThat(machine.at("/LoggingConfiguration/IncludeExecutionData")
                                    .asBoolean(true))
                            .isFalse();
                    assertThat(machine.at("/LoggingConfiguration/Level").asText())
                            .isEqualTo("ALL");
                    assertThat(machine.at("/TracingConfiguration/Enabled").asBoolean())
                            .isTrue();
                });
    }

    @Test
    void letsOnlyHoldersOfCertificatesPushEvents() {
        JsonNode domain = Templates.properties(templates.functions(), "AWS::ApiGatewayV2::DomainName")
                .getFirst();
        assertThat(domain.at("/MutualTlsAuthentication/TruststoreUri").toString())
                .contains("acme-truststore");
        JsonNode api = Templates.properties(templates.functions(), "AWS::ApiGatewayV2::Api")
                .getFirst();
        assertThat(api.path("DisableExecuteApiEndpoint").asBoolean()).isTrue();
        assertThat(Templates.properties(templates.functions(), "AWS::ApiGatewayV2::Route"))
                .extracting(route -> route.path("RouteKey").asText())
                .containsExactlyInAnyOrderElementsOf(templates.description().deployment().functions().stream()
                        .flatMap(function -> function.routes().stream())
                        .toList());
    }

    @Test
    void looksAtTheBudgetAfterTheDailyReset() {
        JsonNode schedule = Templates.properties(templates.functions(), "AWS::Scheduler::Schedule")
                .getFirst();
        assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("cron(5 0 * * ? *)");
        assertThat(schedule.at("/Target/Input").asText()).contains("\"runId\":\"run-1\"", "\"action\":\"STATUS\"");
    }

    @Test
    void tellsAQueueOfRunsThatAreStopped() {
        JsonNode rule =
                Templates.properties(templates.functions(), "AWS::Events::Rule").getFirst();
        assertThat(rule.path("Name").asText()).isEqualTo("ferry-test-stopped-runs");
        assertThat(Texts.of(rule.at("/EventPattern/source"))).containsExactly("aws.states");
        assertThat(Texts.of(rule.at("/EventPattern/detail/status"))).containsExactly("ABORTED", "FAILED", "TIMED_OUT");
        assertThat(rule.at("/EventPattern/detail/stateMachineArn")).hasSize(4);
        assertThat(rule.at("/Targets/0/Arn/Fn::GetAtt/0").asText()).startsWith("stoppedrunsqueue");
        assertThat(rule.at("/Targets/0/DeadLetterConfig/Arn/Fn::GetAtt/0").asText())
                .startsWith("stoppedrunsdeadqueue");
    }

    private JsonNode function(String name) {
        return Templates.properties(templates.functions(), "AWS::Lambda::Function").stream()
                .filter(function -> function.path("FunctionName")
                        .asText()
                        .equals(templates.settings().name(name)))
                .findFirst()
                .orElseThrow();
    }
}
