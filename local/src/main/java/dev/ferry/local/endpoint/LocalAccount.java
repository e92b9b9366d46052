package dev.ferry.local.endpoint;

/// The account and region that the embedded cloud pretends to be in; they appear in every ARN and queue URL.
public final class LocalAccount {

    /// Twelve digits, as account ids are. All zeros is what ElasticMQ and other emulators use.
    public static final String ACCOUNT_ID = "000000000000";

    /// The one region that exists here.
    public static final String REGION = "us-east-1";

    private LocalAccount() {}

    /// The ARN of a resource of this account, for example `arn:aws:sqs:us-east-1:000000000000:gates`.
    ///
    /// @param service the service's ARN name, for example `lambda`
    /// @param resource what follows the account, for example `function:load-batch`
    public static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT_ID + ":" + resource;
    }
}
