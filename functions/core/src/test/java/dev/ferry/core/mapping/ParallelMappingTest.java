package dev.ferry.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.target.FieldValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A mapping is used by many threads at once, its expressions too.
class ParallelMappingTest {

    @Test
    void manyThreadsMapWithoutMixingRecordsUp() throws Exception {
        CompiledPhase phase = Mappings.salesforce().phase("Contact").orElseThrow();
        MappingRun run = new MappingRun(OwnerDecisions.of(Map.of(), "queue"), "b");
        List<Callable<String>> jobs = IntStream.range(0, 400)
                .mapToObj(i -> (Callable<String>) () -> lastName(phase, i, run))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> names = threads.invokeAll(jobs);
            for (int i = 0; i < names.size(); i++) {
                assertThat(names.get(i).get()).isEqualTo("Last" + i + " of First" + i);
            }
        }
    }

    private static String lastName(CompiledPhase phase, int i, MappingRun run) {
        Map<String, Object> customer = Map.of("id", "c" + i, "name", "First" + i + " Last" + i, "organizationId", "o");
        var fields =
                ((Mapped.Record) phase.map(customer, run).getFirst()).record().fields();
        return text(fields, "LastName") + " of " + text(fields, "FirstName");
    }

    private static String text(Map<String, FieldValue> fields, String name) {
        return fields.get(name) instanceof FieldValue.Text(String value) ? value : "nothing";
    }
}
