package dev.ferry.infra.observability;

import dev.ferry.infra.settings.Description;
import dev.ferry.infra.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.CfnDashboard;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;

/// Dashboard and alarms of an environment. They know the parts of the other stacks by name only, so they are
/// replaced without touching them.
public final class Watch {
    private Watch() {}

    /// Makes them in a stack.
    public static void in(Stack stack, Settings settings, Description description) {
        Topic topic = topic(stack, settings);
        List<String> alarms = new Alarms(stack, settings, topic).all(description);
        List<String> logGroups = description.deployment().functions().stream()
                .map(function -> "/aws/lambda/" + settings.name(function.name()))
                .toList();
        CfnDashboard.Builder.create(stack, "Dashboard")
                .dashboardName(settings.name("migrations"))
                .dashboardBody(new MigrationDashboard(settings, stack.getRegion(), logGroups, alarms).body())
                .build();
    }

    // CloudWatch may publish to an encrypted topic only when the key's policy names it.
    private static Topic topic(Stack stack, Settings settings) {
        Key key = Key.Builder.create(stack, "AlarmKey")
                .description("Encrypts the alarms of Ferry's environment " + settings.environment())
                .enableKeyRotation(true)
                .build();
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                .resources(List.of("*"))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", stack.getAccount())))
                .build());
        Topic topic = Topic.Builder.create(stack, "Alarms")
                .topicName(settings.name("alarms"))
                .enforceSsl(true)
                .masterKey(key)
                .build();
        settings.alarmEmails().forEach(email -> topic.addSubscription(new EmailSubscription(email)));
        return topic;
    }
}
