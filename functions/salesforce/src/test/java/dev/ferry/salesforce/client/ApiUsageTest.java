package dev.ferry.salesforce.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiUsageTest {
    @Test
    void readsBothPartsOfTheHeader() {
        assertThat(ApiUsage.parse("api-usage=25/5000; per-app-api-usage=17/250(appName=sample-app)"))
                .contains(new ApiUsage(25, 5000, new ApiUsage.AppUsage(17, 250, "sample-app")));
    }

    @Test
    void readsOrgPartAlone() {
        assertThat(ApiUsage.parse("api-usage=18/5000")).contains(new ApiUsage(18, 5000, null));
    }

    @Test
    void doesNotTakeTheAppsCountForTheOrgs() {
        assertThat(ApiUsage.parse("per-app-api-usage=17/250(appName=sample-app)"))
                .isEmpty();
    }

    @Test
    void holdsBackWhenOwnShareIsSpent() {
        var budget = new ApiBudget(0.5, 0.2);

        assertThat(budget.judge(new ApiUsage(60, 100, null), 49)).isEqualTo(new ApiBudget.Proceed(1));
        assertThat(budget.judge(new ApiUsage(60, 100, null), 50)).isEqualTo(new ApiBudget.ShareSpent(50, 50));
        assertThat(budget.judge(new ApiUsage(79, 100, null), 10)).isEqualTo(new ApiBudget.Proceed(1));
        assertThat(budget.judge(new ApiUsage(80, 100, null), 10)).isEqualTo(new ApiBudget.FloorReached(20, 20));
    }
}
