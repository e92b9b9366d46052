package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferry.asapp.client.ApiKey;
import dev.ferry.asapp.client.AsappClient;
import dev.ferry.asapp.client.AsappConfig;
import dev.ferry.asapp.client.HttpAsappClient;
import dev.ferry.asapp.client.Preflight;
import dev.ferry.asapp.client.configuration.ConfigurationKind;
import dev.ferry.asapp.client.conversation.ExternalId;
import dev.ferry.asapp.client.export.FeedDate;
import dev.ferry.asapp.client.export.FeedFile;
import dev.ferry.asapp.client.export.FeedFormat;
import dev.ferry.core.budget.Purpose;
import dev.ferry.core.budget.RequestBudget;
import dev.ferry.core.budget.Slot;
import dev.ferry.core.budget.Turn;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The product's own client works against the tenant as it would against ASAPP.
@NullUnmarked
class ProductClientIT extends RunningTenant {
    private static final Path SHARED = Path.of(System.getProperty("ferry.root"), "..", "shared", "data", "asapp-small");

    private HttpClient http;

    @Override
    Path export() {
        return SHARED;
    }

    @BeforeEach
    void startTenant() {
        assumeTrue(Files.isDirectory(SHARED), "the shared export is there");
        start(Map.of("clock", "2026-11-01T02:30:00Z", "rps", "100000", "spikeBurst", "1000"));
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterEach
    void closeClient() {
        if (http != null) {
            http.close();
        }
    }

    @Test
    void fetchesEveryFileOfEveryFeed() throws IOException {
        AsappClient product = product();
        assertThat(product.preflight()).isEqualTo(new Preflight.Ready());
        long bytes = 0;
        for (FeedFile file : files(product)) {
            try (InputStream in = product.downloads().open(file)) {
                bytes += in.readAllBytes().length;
            }
        }
        assertThat(bytes).isEqualTo(bytesOnDisk());
        assertThat(simulator.calls())
                .filteredOn(call -> call.path().startsWith("/acme/"))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.key()).isEmpty());
    }

    @Test
    void asksForAFreshAddressWhenOneHasExpiredAndOutlastsFaults() throws IOException {
        knobs("{\"error5xxRate\":0.2,\"downloadErrorRate\":0.2}");
        AsappClient product = product();
        FeedFile file = files(product).getFirst();
        try (InputStream in = product.downloads().open(file)) {
            assertThat(in.readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void readsConversationsAndConfiguration() {
        AsappClient product = product();
        assertThat(product.conversations().search(new ExternalId("21005442"))).hasSize(1);
        assertThat(product.conversations().messages(new ExternalId("21005442"))).isNotEmpty();
        assertThat(product.configuration().list(ConfigurationKind.STRUCTURED_DATA_FIELDS))
                .hasSize(50);
        assertThat(product.configuration().list(ConfigurationKind.SEGMENTS)).hasSize(11);
        assertThat(product.configuration().list(ConfigurationKind.CUSTOM_VOCABULARIES))
                .hasSize(45);
        assertThat(product.content().globalResponses()).isNotNull();
    }

    private List<FeedFile> files(AsappClient product) {
        var exporter = product.fileExporter();
        List<FeedFormat> formats = exporter.feeds().stream()
                .flatMap(feed -> exporter.versions(feed).stream())
                .flatMap(version -> exporter.formats(version).stream())
                .toList();
        List<FeedDate> dates = formats.stream()
                .flatMap(format -> exporter.dates(format).stream())
                .toList();
        return dates.stream().flatMap(date -> exporter.files(date).stream()).toList();
    }

    // Without the extension feeds, which the faithful profile does not show.
    private static long bytesOnDisk() throws IOException {
        try (Stream<Path> all = Files.walk(SHARED.resolve("fileexporter"))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*/(attachments|attachment_files|conversation_files)/.*"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private AsappClient product() {
        AsappConfig config = AsappConfig.of(simulator.endpoint(), new ApiKey("ferry-api-id", "ferry-api-secret", "v1"));
        return new HttpAsappClient(config, new HttpAsappClient.Surroundings(http, new Unmetered(), wait -> {}));
    }

    /// A budget that lets everything go.
    private record Unmetered() implements RequestBudget {
        @Override
        public Turn take(Purpose purpose) {
            return new Turn.Go(new Slot(Instant.EPOCH, LocalDate.EPOCH, 0));
        }

        @Override
        public void accepted(Slot slot) {}

        @Override
        public void throttled(Slot slot) {}

        @Override
        public void keyRefused(Slot slot, String reason) {}
    }
}
