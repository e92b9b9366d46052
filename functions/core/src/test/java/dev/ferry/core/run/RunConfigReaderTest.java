package dev.ferry.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.ChunkLimits;
import dev.ferry.core.run.RunConfig.MappingConfig;
import dev.ferry.core.run.RunConfig.OwnersPolicy;
import dev.ferry.core.run.RunConfig.SourceConfig;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.work.InMemoryWorkStore;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RunConfigReaderTest {
    private static final String LEAST = """
            {"migrationId":"m1","company":"acme","source":{"bucket":"export"},"target":{"secretName":"ferry/acme"}}
            """;

    @Test
    void cutsLoadPhasesIntoAsManyPartsAsThereAreBuckets() {
        RunConfig config = RunConfigReader.read("config.json", LEAST);
        assertThat(List.of(8, 40, 2_000))
                .extracting(buckets -> config.loadBuckets(new BucketCount(buckets)))
                .containsExactly(16, 40, 1_000);
        RunConfig configured = RunConfigReader.read("config.json", LEAST.replaceFirst("\\{", "{\"loadBuckets\":2,"));
        assertThat(configured.loadBuckets(new BucketCount(40))).isEqualTo(2);
    }

    @Test
    void fillsInEveryDefault() {
        assertThat(RunConfigReader.read("config.json", LEAST))
                .isEqualTo(new RunConfig(
                        "m1",
                        "acme",
                        new SourceConfig(
                                "export",
                                "batch/",
                                "crosswalk/",
                                "",
                                DateWindow.ALL,
                                null,
                                new ApiConfig(URI.create("https://api.asapp.com"), "", 80, 100_000, 90, List.of()),
                                EventsConfig.NONE),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        ZoneId.of("UTC"),
                        new TargetConfig(
                                "salesforce",
                                "ferry/acme",
                                null,
                                "",
                                Duration.ofSeconds(20),
                                new ChunkLimits(10_000, 90_000_000, 3),
                                Map.of()),
                        new MappingConfig("", ""),
                        OwnersPolicy.ASK,
                        Map.of(),
                        List.of(),
                        10_000,
                        90));
    }

    @Test
    void namesEveryMistakeOnALineOfItsOwn() {
        String json = """
                {"migrationId":"m/1","source":{"bucket":"b","prefix":"batch","sufix":"x"},"loadBuckets":0,
                 "timeZone":"Mars/Base","target":{"kind":"Zen Desk","secretName":"s","pollSeconds":"soon"},
                 "mapping":{"hash":"abc"},"ownersPolicy":"GUESS"}
                """;
        InvalidConfig refused =
                catchThrowableOfType(InvalidConfig.class, () -> RunConfigReader.read("config.json", json));
        assertThat(refused.violations())
                .containsExactlyInAnyOrder(
                        "migrationId is \"m/1\": give 1 to 40 letters, digits, dashes or underscores",
                        "company is missing: give the tenant's name as it stands in the export",
                        "source.prefix is \"batch\": end it in a slash",
                        "source.sufix is \"x\": no such setting, there are api, asOf,"
                                + " bucket, crosswalkPrefix, events, from, prefix, title, until",
                        "loadBuckets is 0: give a whole number from 1 to 1000",
                        "timeZone is \"Mars/Base\": give a zone such as Europe/Berlin",
                        "target.kind is \"Zen Desk\": give a kind such as salesforce",
                        "target.pollSeconds is \"soon\": give a whole number from 1 to 600",
                        "mapping.hash is \"abc\": give 64 hexadecimal digits",
                        "ownersPolicy is \"GUESS\": give ASK or DEFAULT_OWNER");
        assertThat(refused).hasMessageStartingWith("config.json has 10 mistakes: ");
    }

    @Test
    void refusesLimitsAndWindowsInWhichNothingCouldBeRead() {
        String json = """
                {"migrationId":"m1","company":"acme","target":{"secretName":"s"},"source":{"bucket":"b",
                 "from":"2026-07-01","until":"2026-06-30","asOf":"yesterday","events":{"prefix":"events"},
                 "api":{"host":"api.asapp.com","requestsPerDay":0}}}
                """;
        InvalidConfig refused =
                catchThrowableOfType(InvalidConfig.class, () -> RunConfigReader.read("config.json", json));
        assertThat(refused.violations())
                .containsExactlyInAnyOrder(
                        "source.from is \"2026-07-01\": give a date that is not after source.until, which is 2026-06-30",
                        "source.asOf is \"yesterday\": give a moment such as 2026-11-01T02:30:00Z",
                        "source.events.prefix is \"events\": end it in a slash",
                        "source.api.host is \"api.asapp.com\": give the API's address, with https://",
                        "source.api.requestsPerDay is 0: give a whole number from 1 to 2147483647");
    }

    @Test
    void refusesWhatWouldReadAsAbsent() {
        String json = """
                {"migrationId":"m1","company":"acme","target":{"secretName":"s"},"csatScales":"0-5",
                 "source":{"bucket":"b","events":"events/","api":{"host":"https://api_asapp","generating":"intent"}}}
                """;
        assertThatThrownBy(() -> RunConfigReader.read("config.json", json))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContainingAll(
                        "csatScales is \"0-5\": give an object with texts",
                        "source.events is \"events/\": give an object with settings",
                        "source.api.host is \"https://api_asapp\": give the API's address, with https://",
                        "source.api.generating is \"intent\": give a list of texts");
    }

    @Test
    void saysOneMistakeOnOneLine() {
        String json = LEAST.replace("\"export\"", "\"export\",\"api\":{\"requestsPerDay\":0}");
        assertThatThrownBy(() -> RunConfigReader.read("config.json", json))
                .hasMessage("config.json has a mistake: source.api.requestsPerDay is 0: "
                        + "give a whole number from 1 to 2147483647");
    }

    @Test
    void readsWindowsWithOneEnd() {
        String json = LEAST.replace("\"export\"", "\"export\",\"from\":\"2026-07-01\"");
        DateWindow window = RunConfigReader.read("config.json", json).source().window();
        assertThat(window.contains(LocalDate.parse("2026-06-30"))).isFalse();
        assertThat(window.contains(LocalDate.parse("2026-07-01"))).isTrue();
        assertThat(DateWindow.ALL.contains(LocalDate.MIN)).isTrue();
    }

    @Test
    void saysWhereADocumentIsNoJson() {
        assertThatThrownBy(() -> RunConfigReader.read("config.json", "{\n\n nonsense"))
                .isInstanceOf(FerryException.class)
                .hasMessage("config.json is not JSON at line 3");
    }

    @Test
    void derivesBucketsFromTheSizeOfTheExport() {
        long mebibyte = 1024 * 1024;
        assertThat(BucketLayout.derived(0).value()).isEqualTo(8);
        assertThat(BucketLayout.derived(512 * mebibyte).value()).isEqualTo(8);
        assertThat(BucketLayout.derived(512 * mebibyte + 1).value()).isEqualTo(9);
        assertThat(BucketLayout.derived(1_000_000 * mebibyte).value()).isEqualTo(2_000);
    }

    @Test
    void keepsTheNumberOfBucketsThatTheFirstRunDecided() {
        BucketLayout layout = new BucketLayout(new InMemoryWorkStore());
        assertThatThrownBy(() -> layout.require("m1")).hasMessageContaining("prepare a run");
        assertThat(layout.decide("m1", OptionalInt.of(7), 0)).isEqualTo(new BucketCount(7));
        assertThat(layout.decide("m1", OptionalInt.empty(), 1L << 40)).isEqualTo(new BucketCount(7));
        assertThat(layout.require("m1")).isEqualTo(new BucketCount(7));
        assertThatThrownBy(() -> layout.decide("m1", OptionalInt.of(8), 0))
                .isInstanceOf(FerryException.class)
                .hasMessageContaining("8")
                .hasMessageContaining("7");
    }
}
