package dev.ferry.infra.functions;

import dev.ferry.infra.functions.FunctionParts.Published;
import dev.ferry.infra.settings.Settings;
import dev.ferry.infra.settings.Statements;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;

/// A look at the shared budget after each of the provider's resets, so that the dashboards show the new day before
/// work takes of it. Work that is parked wakes by itself: its machine waits for the reset.
public final class DailySchedule {
    private static final String FUNCTION = "operate-budget";

    private DailySchedule() {}

    /// Makes it, when a run is named.
    public static void in(Stack stack, Settings settings, Map<String, Published> functions) {
        Settings.DailyStatus run = settings.dailyStatus();
        Published function = functions.get(FUNCTION);
        if (run == null || function == null) {
            return;
        }
        Role role = Role.Builder.create(stack, "daily-status-role")
                .assumedBy(new ServicePrincipal("scheduler.amazonaws.com"))
                .inlinePolicies(Map.of(
                        "call",
                        PolicyDocument.Builder.create()
                                .statements(List.of(Statements.allow(
                                        List.of("lambda:InvokeFunction"),
                                        List.of(function.alias().getFunctionArn()))))
                                .build()))
                .build();
        CfnSchedule.Builder.create(stack, "daily-status")
                .name(settings.name("daily-status"))
                .description("Looks at the budget after the provider's daily reset")
                .scheduleExpression("cron(5 0 * * ? *)")
                .scheduleExpressionTimezone("UTC")
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("OFF")
                        .build())
                .target(CfnSchedule.TargetProperty.builder()
                        .arn(function.alias().getFunctionArn())
                        .roleArn(role.getRoleArn())
                        .input("""
                                {"migrationId":"%s","runId":"%s","configKey":"%s","action":"STATUS","requests":0}""".formatted(run.migrationId(), run.runId(), run.configKey()))
                        .retryPolicy(CfnSchedule.RetryPolicyProperty.builder()
                                .maximumRetryAttempts(3)
                                .build())
                        .build())
                .build();
    }
}
