package dev.ferry.infra.functions;

import dev.ferry.infra.functions.FunctionParts.Published;
import dev.ferry.infra.settings.Findings;
import dev.ferry.infra.settings.LogGroups;
import dev.ferry.infra.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.ApiMapping;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.MTLSConfig;
import software.amazon.awscdk.services.apigatewayv2.SecurityPolicy;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.Bucket;

/// The endpoint of pushed events: an HTTP API that is reached by its own domain only, and only by clients that
/// present a certificate of the trust store.
public final class EventsEndpoint {
    // Twice what a busy tenant pushes; what the stream does not take is kept as an object.
    private static final int MOST_PER_SECOND = 2_000;
    private static final String ACCESS_LINE = """
            {"requestId":"$context.requestId","time":"$context.requestTime","status":"$context.status",\
            "route":"$context.routeKey","latencyMs":"$context.responseLatency",\
            "client":"$context.identity.clientCert.serialNumber"}""";

    private EventsEndpoint() {}

    /// Makes it, when a domain is named and a function has routes.
    public static void in(Stack stack, Settings settings, Map<String, Published> functions) {
        Settings.EventsDomain events = settings.events();
        List<Published> answering = functions.values().stream()
                .filter(function -> !function.described().routes().isEmpty())
                .toList();
        if (events == null || answering.isEmpty()) {
            return;
        }
        DomainName domain = DomainName.Builder.create(stack, "events-domain")
                .domainName(events.name())
                .certificate(Certificate.fromCertificateArn(stack, "events-certificate", events.certificateArn()))
                .mtls(MTLSConfig.builder()
                        .bucket(Bucket.fromBucketName(stack, "events-truststore", events.truststoreBucket()))
                        .key(events.truststoreKey())
                        .build())
                .securityPolicy(SecurityPolicy.TLS_1_2)
                .build();
        HttpApi api = HttpApi.Builder.create(stack, "events-api")
                .apiName(settings.name("events"))
                .disableExecuteApiEndpoint(true)
                .createDefaultStage(false)
                .build();
        answering.forEach(function -> routes(api, function));
        HttpStage stage = stage(stack, settings, api);
        ApiMapping.Builder.create(stack, "events-mapping")
                .api(api)
                .domainName(domain)
                .stage(stage)
                .build();
        Findings.accept(
                api, "AwsSolutions-APIG4", "Clients are known by their certificates, before a route is chosen.");
        CfnOutput.Builder.create(stack, "EventsDomainTarget")
                .description("Point the domain's DNS record here")
                .value(domain.getRegionalDomainName())
                .build();
    }

    private static void routes(HttpApi api, Published function) {
        HttpLambdaIntegration integration =
                new HttpLambdaIntegration(function.described().name() + "-integration", function.alias());
        for (String route : function.described().routes()) {
            String[] parts = route.split(" ", 2);
            api.addRoutes(AddRoutesOptions.builder()
                    .path(parts[1])
                    .methods(List.of(HttpMethod.valueOf(parts[0])))
                    .integration(integration)
                    .build());
        }
    }

    private static HttpStage stage(Stack stack, Settings settings, HttpApi api) {
        LogGroup logs = LogGroups.in(stack, settings, "events-logs", "/aws/vendedlogs/apis/", "events");
        HttpStage stage = HttpStage.Builder.create(stack, "events-stage")
                .httpApi(api)
                .stageName("$default")
                .autoDeploy(true)
                .throttle(ThrottleSettings.builder()
                        .rateLimit(MOST_PER_SECOND)
                        .burstLimit(MOST_PER_SECOND)
                        .build())
                .build();
        if (stage.getNode().getDefaultChild() instanceof CfnStage raw) {
            raw.setAccessLogSettings(CfnStage.AccessLogSettingsProperty.builder()
                    .destinationArn(logs.getLogGroupArn())
                    .format(ACCESS_LINE)
                    .build());
        }
        return stage;
    }
}
