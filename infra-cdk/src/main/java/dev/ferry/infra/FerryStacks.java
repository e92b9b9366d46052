package dev.ferry.infra;

import dev.ferry.infra.data.DataParts;
import dev.ferry.infra.functions.DailySchedule;
import dev.ferry.infra.functions.EventsEndpoint;
import dev.ferry.infra.functions.FunctionParts;
import dev.ferry.infra.functions.FunctionParts.Published;
import dev.ferry.infra.functions.QueueParts;
import dev.ferry.infra.functions.StreamParts;
import dev.ferry.infra.machines.MachineParts;
import dev.ferry.infra.machines.RuleParts;
import dev.ferry.infra.observability.Watch;
import dev.ferry.infra.settings.Description;
import dev.ferry.infra.settings.Settings;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.stepfunctions.StateMachine;

/// The stacks of one environment, apart by how long their parts live.
public record FerryStacks(Stack data, Stack functions, Stack watch) {

    /// Makes them. Account and region are those of whoever deploys.
    public static FerryStacks in(App app, Settings settings, Description description) {
        Stack dataStack = stack(app, settings, "data", "What Ferry keeps", settings.kept());
        Stack functionStack = stack(app, settings, "functions", "Functions and state machines of Ferry", false);
        Stack watchStack = stack(app, settings, "watch", "Dashboard and alarms of Ferry", false);

        DataParts data = DataParts.in(dataStack, settings, description.resources());
        QueueParts queues = QueueParts.in(functionStack, settings, description.resources());
        Map<String, Published> functions = FunctionParts.in(
                functionStack,
                settings,
                description,
                new FunctionParts.Surroundings(
                        data,
                        queues,
                        StreamParts.in(functionStack, settings, description.resources(), data),
                        MachineParts.known(functionStack, settings, description, data)));
        Map<String, StateMachine> machines = MachineParts.in(
                functionStack, settings, description, new MachineParts.Surroundings(data, queues, functions));
        RuleParts.in(functionStack, settings, description.resources(), queues, machines);
        EventsEndpoint.in(functionStack, settings, functions);
        DailySchedule.in(functionStack, settings, functions);
        Watch.in(watchStack, settings, description);
        return new FerryStacks(dataStack, functionStack, watchStack);
    }

    private static Stack stack(App app, Settings settings, String part, String purpose, boolean lasting) {
        Stack stack = new Stack(
                app,
                settings.name(part),
                StackProps.builder()
                        .stackName(settings.name(part))
                        .description("%s, environment %s".formatted(purpose, settings.environment()))
                        .terminationProtection(lasting)
                        .build());
        Tags.of(stack).add("product", "ferry");
        Tags.of(stack).add("environment", settings.environment());
        return stack;
    }
}
