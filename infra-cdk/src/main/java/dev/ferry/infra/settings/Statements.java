package dev.ferry.infra.settings;

import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.IConstruct;

/// Statements of policies.
///
/// Two services know no resources, so that their actions are allowed on `*` or not at all. *Source*: service
/// authorization reference, X-Ray and CloudWatch Logs; Step Functions developer guide, logging and tracing. Their
/// statements say so by name, and no other statement has a `*` alone.
public final class Statements {
    private static final List<String> EVERYTHING = List.of("*");

    private Statements() {}

    /// Allows actions on resources.
    public static PolicyStatement allow(List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(resources)
                .build();
    }

    /// Allows to send traces. X-Ray knows no resources for it.
    public static PolicyStatement traces(List<String> actions) {
        return onEverything("XRayKnowsNoResources", actions);
    }

    /// Allows to have logs delivered. The delivery knows no resources; which group they go to is in its definition.
    public static PolicyStatement logDelivery(List<String> actions) {
        return onEverything("LogDeliveryKnowsNoResources", actions);
    }

    /// Accepts the `*` of such statements in a role, and wildcards within names for a reason of the role's own.
    public static void acceptWildcards(IConstruct role, String everything, String names) {
        Findings.accept(role, "AwsSolutions-IAM5", everything, List.of("Resource::*"));
        Findings.acceptMatching(role, "AwsSolutions-IAM5", names, "/^Resource::(?!\\*$).+$/");
    }

    private static PolicyStatement onEverything(String name, List<String> actions) {
        return PolicyStatement.Builder.create()
                .sid(name)
                .actions(actions)
                .resources(EVERYTHING)
                .build();
    }
}
