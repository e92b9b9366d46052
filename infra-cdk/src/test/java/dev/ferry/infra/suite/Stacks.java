package dev.ferry.infra.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Output;

/// The stacks of a synthesised deployment, created from their templates as they are.
///
/// @param templates where the templates lie, as URLs that CloudFormation reads
record Stacks(CloudFormationClient client, String templates) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /// Creates one and waits until it is there.
    ///
    /// @return its outputs
    Map<String, String> create(String name, Path assembly) {
        String key = new TemplateKey(assembly).of(name);
        client.createStack(request -> request.stackName(name)
                .templateURL(templates + "/" + Assets.bucket() + "/" + key)
                .capabilities(Capability.CAPABILITY_NAMED_IAM));
        client.waiter()
                .waitUntilStackCreateComplete(
                        request -> request.stackName(name),
                        override -> override.maxAttempts(120).waitTimeout(LONGEST));
        return client.describeStacks(request -> request.stackName(name)).stacks().getFirst().outputs().stream()
                .collect(Collectors.toMap(Output::outputKey, Output::outputValue));
    }
}
