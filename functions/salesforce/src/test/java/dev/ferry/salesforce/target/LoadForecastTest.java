package dev.ferry.salesforce.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.load.ChunkLimits;
import dev.ferry.core.load.PlannedLoad;
import dev.ferry.core.load.PlannedLoad.Writes;
import dev.ferry.core.load.TargetForecast.Need;
import dev.ferry.core.mapping.CompileResult;
import dev.ferry.core.mapping.CompiledMapping;
import dev.ferry.core.mapping.MappingCompiler;
import dev.ferry.core.mapping.schema.SourceSchema;
import dev.ferry.core.mapping.schema.TargetSchemaJson;
import dev.ferry.salesforce.client.rest.OrgLimits;
import dev.ferry.salesforce.client.rest.OrgLimits.Allowance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadForecastTest {
    private static final String MAPPING = """
            version: 1
            target: salesforce
            defaults: {timeZone: UTC, batch: ferry}
            phases:
              - name: Case
                object: Case
                from: conversation
                key: id
                fields:
                  Subject: {path: id}
              - name: File
                object: ContentVersion
                from: conversation
                key: id
                fields:
                  Title: {path: id}
            """;
    private static final String ORG = """
            {"Case":{"fields":{"Subject":{"type":"text","length":255}}},
             "ContentVersion":{"fields":{"Title":{"type":"text","length":255}}}}
            """;
    private static final OrgLimits LIMITS = new OrgLimits(Map.of(
            "DailyApiRequests", new Allowance(1_000, 40),
            "DailyBulkApiBatches", new Allowance(15_000, 14_000)));

    private static List<Need> needs(long cases, long files) {
        CompileResult compiled =
                new MappingCompiler().compile(MAPPING, SourceSchema.canonical(), TargetSchemaJson.read(ORG));
        assertThat(compiled).isInstanceOf(CompileResult.Compiled.class);
        CompiledMapping mapping = ((CompileResult.Compiled) compiled).mapping();
        PlannedLoad load = new PlannedLoad(
                List.of(
                        new Writes(mapping.phases().getFirst(), cases, 0, 0, 0, 0),
                        new Writes(mapping.phases().getLast(), files, 0, 0, 0, 0)),
                16,
                new ChunkLimits(10_000, 1 << 26, 3));
        return new LoadForecast(SalesforceTargetSettings.of("m"), LIMITS)
                .of(load)
                .needs();
    }

    private static Need need(List<Need> needs, String what) {
        return needs.stream()
                .filter(need -> need.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    /// 62,500 rows in each of 16 load buckets: 7 jobs each, of a batch each.
    @Test
    void countsJobsForMuchAndHoldsThemAgainstWhatTheOrgHasLeft() {
        List<Need> needs = needs(1_000_000, 0);

        assertThat(need(needs, "rows by Bulk API").amount()).isEqualTo(1_000_000);
        assertThat(need(needs, "Bulk API batches").amount()).isEqualTo(16 * 7);
        assertThat(need(needs, "Bulk API batches").exceeds()).isFalse();
        assertThat(need(needs, "API requests").amount()).isEqualTo(16 * 7 * 10 + 5 + 20);
        assertThat(need(needs, "API requests").exceeds()).as("40 are left").isTrue();
        assertThat(need(needs, "megabytes of data storage").amount()).isEqualTo(1_954);
    }

    @Test
    void countsCallsOf200RecordsForLittleAndOneForEachFile() {
        List<Need> needs = needs(150, 12);

        assertThat(need(needs, "rows by Bulk API").amount()).isZero();
        assertThat(need(needs, "files").amount()).isEqualTo(12);
        assertThat(need(needs, "API requests").amount()).isEqualTo(2 + 5 + 12 + 1);
    }

    @Test
    void needsNothingForNothing() {
        assertThat(needs(0, 0)).allSatisfy(need -> assertThat(need.amount()).isZero());
    }
}
