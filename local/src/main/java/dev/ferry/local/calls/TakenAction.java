package dev.ferry.local.calls;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;

/// An action as a policy names it, and the resource that it was taken on.
///
/// *Shape*, one line of a file: `function action resource`, for example `open-gate dynamodb:PutItem control`.
///
/// @param resource a table, bucket, queue, stream or secret by its short name; `-` where the call names none
record TakenAction(String function, String action, String resource) {
    private static final String NONE = "-";

    // Where the action of the policy is not called like the operation. Source: service authorization reference.
    private static final Map<String, String> OTHERWISE = Map.of(
            "s3:HeadObject", "s3:GetObject",
            "s3:ListObjectsV2", "s3:ListBucket",
            "s3:CreateMultipartUpload", "s3:PutObject",
            "s3:UploadPart", "s3:PutObject",
            "s3:CompleteMultipartUpload", "s3:PutObject");
    private static final Map<String, String> PREFIXES = Map.of("sfn", "states", "secrets manager", "secretsmanager");

    /// The actions that one call takes.
    ///
    /// @param service as the SDK calls it
    static List<TakenAction> of(String function, String service, String operation, SdkRequest request) {
        String lower = service.toLowerCase(Locale.ROOT);
        String called = PREFIXES.getOrDefault(lower, lower) + ':' + operation;
        String action = OTHERWISE.getOrDefault(called, called);
        return resources(request).stream()
                .map(resource -> new TakenAction(function, action, resource))
                .toList();
    }

    private static List<String> resources(SdkRequest request) {
        for (String field : List.of("TableName", "Bucket", "QueueUrl", "SecretId", "DeliveryStreamName")) {
            var value = request.getValueForField(field, String.class);
            if (value.isPresent()) {
                return List.of(last(value.get()));
            }
        }
        return request.getValueForField("RequestItems", Map.class)
                .map(items -> ((Map<?, ?>) items)
                        .keySet().stream().map(String::valueOf).toList())
                .orElse(List.of(NONE));
    }

    private static String last(String name) {
        return name.startsWith("http") ? name.substring(name.lastIndexOf('/') + 1) : name;
    }

    @Override
    public String toString() {
        return function + ' ' + action + ' ' + resource;
    }
}
