package dev.ferry.intercom.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.load.ChunkLimits;
import dev.ferry.core.load.PlannedLoad;
import dev.ferry.core.load.PlannedLoad.Writes;
import dev.ferry.core.load.TargetForecast;
import dev.ferry.core.load.TargetForecast.Need;
import dev.ferry.core.mapping.CompileResult;
import dev.ferry.core.mapping.CompiledMapping;
import dev.ferry.core.mapping.MappingCompiler;
import dev.ferry.core.mapping.schema.SourceSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadForecastTest {
    private static final Path MAPPINGS = Path.of(System.getProperty("ferry.root"), "mappings");
    private static final Map<String, String> WHOLE_LIMIT =
            Map.of("requestsPerMinute", "100000", "limitSharePercent", "100", "replyPauseMillis", "0");

    /// 1,000 conversations of 8 messages: 8 calls each and 1 to close.
    private static PlannedLoad load() throws IOException {
        List<Writes> phases = new ArrayList<>();
        CompiledMapping mapping = mapping();
        Map<String, Long> calls =
                Map.of("Contact", 1_000L, "Conversation", 2_000L, "Message", 7_000L, "ConversationState", 1_000L);
        mapping.phases().forEach(phase -> {
            long made = calls.getOrDefault(phase.name(), 0L);
            long records = phase.name().equals("Conversation") ? made / 2 : made;
            phases.add(new Writes(phase, records, 0, 0, 0, made));
        });
        return new PlannedLoad(phases, 16, new ChunkLimits(10_000, 1 << 20, 3));
    }

    private static CompiledMapping mapping() throws IOException {
        AttributeCatalogue catalogue =
                AttributeCatalogue.parse(Files.readString(MAPPINGS.resolve("intercom-attributes.yaml")));
        return ((CompileResult.Compiled) new MappingCompiler()
                        .compile(
                                Files.readString(MAPPINGS.resolve("intercom.yaml")),
                                SourceSchema.canonical(),
                                SchemaOf.planned(catalogue)))
                .mapping();
    }

    private static TargetForecast forecast(Map<String, String> options, int announced) throws IOException {
        return new LoadForecast(IntercomOptions.of(options), announced).of(load(), 5);
    }

    @Test
    void countsWritesAndReckonsReads() throws IOException {
        List<Need> needs = forecast(WHOLE_LIMIT, 83).needs();

        assertThat(needs)
                .extracting(Need::what)
                .containsExactly("API calls that write", "API calls that read back", "replies among them");
        // 67 searches each for contacts, conversations and states, and every conversation once for its messages.
        assertThat(needs).extracting(Need::amount).containsExactly(11_005L, 3 * 67L + 1_000, 7_000L);
    }

    @Test
    void takesTheAnnouncedLimitOrTheSmallerOneOfTheOptions() throws IOException {
        TargetForecast all = forecast(WHOLE_LIMIT, 83);
        assertThat(all.shortest()).isBetween(Duration.ofMinutes(25), Duration.ofMinutes(26));
        assertThat(all.boundBy()).startsWith("483 calls a minute of the 498 a minute that Intercom announces");

        TargetForecast half = forecast(Map.of("limitSharePercent", "50", "replyPauseMillis", "0"), 83);
        assertThat(half.shortest()).isGreaterThan(Duration.ofMinutes(50));
    }

    @Test
    void isBoundByThePauseBetweenRepliesWhereThatIsLonger() throws IOException {
        TargetForecast paced = forecast(
                Map.of(
                        "requestsPerMinute", "100000",
                        "limitSharePercent", "100",
                        "parallel", "1",
                        "replyPauseMillis", "1000"),
                1_667);

        assertThat(paced.shortest()).isEqualTo(Duration.ofMillis(7_000_000 / 16));
        assertThat(paced.boundBy())
                .isEqualTo(
                        "the pause of 1000 ms between two replies of a conversation; 12 minutes for the replies alone,"
                                + " should Intercom take only 600 a minute, as one public loader saw");
    }
}
