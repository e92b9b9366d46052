package dev.ferry.asapp.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.core.json.SelectiveReader;
import dev.ferry.core.mapping.CompileResult;
import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.mapping.MappingCompiler;
import dev.ferry.core.mapping.MappingRun;
import dev.ferry.core.mapping.OwnerDecisions;
import dev.ferry.core.mapping.schema.SourceSchema;
import dev.ferry.core.mapping.schema.TargetSchemaJson;
import dev.ferry.core.staging.Bucket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Maps all records of the sample tree twice: read wholly, and read no further than each phase says that it reads.
class SelectiveMappingIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MappingRun run = new MappingRun(OwnerDecisions.of(Map.of(), "queue"), "b");

    @Test
    void makesTheSameOfRecordsThatWereReadInPart() throws IOException {
        Path tree = Path.of(System.getProperty("ferry.root", "."), "..", "shared", "data", "asapp-small");
        Assumptions.assumeTrue(Files.isDirectory(tree), "the sample export is not here");
        AllChannels channels = AllChannels.of(tree, new Truth(tree));
        channels.deliverFeeds();
        channels.deliverAnswers(_ -> true);
        InMemoryMigration migration = channels.migration();
        migration.assemble();
        for (CompiledPhase phase : phases()) {
            int records = 0;
            for (int number = 0; number < migration.buckets.value(); number++) {
                records += compare(phase, migration.sinks.bytes(phase.from(), new Bucket(number)));
            }
            assertThat(records).as(phase.name()).isPositive();
        }
    }

    private int compare(CompiledPhase phase, byte[] lines) throws IOException {
        int records = 0;
        try (var whole = JSON.readerFor(new TypeReference<Map<String, Object>>() {})
                        .<Map<String, Object>>readValues(lines);
                var selective = new SelectiveReader(new ByteArrayInputStream(lines), phase.reads())) {
            while (whole.hasNext()) {
                Map<String, Object> record = whole.next();
                Map<String, Object> part = Objects.requireNonNull(selective.next());
                assertThat(phase.map(part, run))
                        .as("%s of %s", phase.name(), record.get("id"))
                        .isEqualTo(phase.map(record, run));
                records++;
            }
            assertThat(selective.next()).isNull();
        }
        return records;
    }

    private static List<CompiledPhase> phases() throws IOException {
        Path mappings = Path.of(System.getProperty("ferry.root", "."), "mappings");
        CompileResult result = new MappingCompiler()
                .compile(
                        mappings.resolve("salesforce.yaml"),
                        SourceSchema.canonical(),
                        TargetSchemaJson.read(Files.readString(mappings.resolve("tests/salesforce.target.json"))));
        assertThat(result).isInstanceOf(CompileResult.Compiled.class);
        return ((CompileResult.Compiled) result).mapping().phases();
    }
}
