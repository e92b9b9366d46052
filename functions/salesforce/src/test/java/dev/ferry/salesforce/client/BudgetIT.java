package dev.ferry.salesforce.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class BudgetIT {
    private static final String LIMITS = "{\"DailyApiRequests\":{\"Max\":15000,\"Remaining\":14998}}";

    @Test
    void holdsTheNextCallBackWhenTheFloorIsReached() {
        try (var server = RecordedServer.start();
                var it = ClientUnderTest.of(server)) {
            server.answers(
                    200, LIMITS, "Sforce-Limit-Info", "api-usage=81/100; per-app-api-usage=17/250(appName=sample-app)");
            it.client().org().limits();

            var failure = catchThrowableOfType(
                    SalesforceException.class, () -> it.client().org().limits());

            assertThat(failure.code()).isEqualTo(ErrorCode.BUDGET_HELD);
            assertThat(failure.retriable()).isTrue();
            assertThat(server.requests()).hasSize(1);
            assertThat(it.client().callsSent()).isEqualTo(1);
            assertThat(it.client().usage())
                    .contains(new ApiUsage(81, 100, new ApiUsage.AppUsage(17, 250, "sample-app")));
        }
    }

    @Test
    void letsAnUnlimitedClientGoOnUntilSalesforceRefuses() {
        try (var server = RecordedServer.start();
                var it = ClientUnderTest.of(SalesforceConfig.of(server.uri(), ClientUnderTest.CREDENTIALS)
                        .withBudget(ApiBudget.unlimited()))) {
            server.answers(200, LIMITS, "Sforce-Limit-Info", "api-usage=105/100")
                    .answers(200, LIMITS);

            it.client().org().limits();
            it.client().org().limits();

            assertThat(server.requests()).hasSize(2);
        }
    }
}
