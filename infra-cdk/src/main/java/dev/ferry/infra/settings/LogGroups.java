package dev.ferry.infra.settings;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.logs.LogGroup;

/// The log groups of everything that logs: kept for as long as the operator says, and gone with their stack.
public final class LogGroups {
    private LogGroups() {}

    /// Makes one.
    ///
    /// @param id within the stack
    /// @param family what AWS calls the groups of a service by, for example `/aws/lambda/`
    /// @param part whose logs they are; the group is called after it
    public static LogGroup in(Stack stack, Settings settings, String id, String family, String part) {
        return LogGroup.Builder.create(stack, id)
                .logGroupName(family + settings.name(part))
                .retention(Retention.of(settings.logDays()))
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }
}
