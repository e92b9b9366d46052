package dev.ferry.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketListingTest {

    private static final List<String> KEYS =
            List.of("a-b", "a/c", "a0", "dt=2026-01-01/hr=00/x.json", "dt=2026-01-01/hr=01/y.json", "dt=2026-01-02/z");

    @TempDir
    private Path bucket;

    @BeforeEach
    void fill() throws IOException {
        for (var key : KEYS) {
            var file = bucket.resolve(key);
            Files.createDirectories(bucket.resolve(key + "/..").normalize());
            Files.writeString(file, key);
        }
    }

    @Test
    void ordersKeysAsS3Does() throws IOException {
        assertThat(names(list("", false, "", 100))).containsExactlyElementsOf(KEYS);
    }

    @Test
    void pagesWithoutGapOrRepetition() throws IOException {
        var seen = new ArrayList<String>();
        var after = "";
        ListingPage page;
        do {
            page = list("", false, after, 2);
            seen.addAll(names(page));
            after = seen.getLast();
        } while (page.truncated());

        assertThat(seen).containsExactlyElementsOf(KEYS);
    }

    @Test
    void keepsToThePrefix() throws IOException {
        assertThat(names(list("dt=2026-01-01/", false, "", 100))).containsExactly(KEYS.get(3), KEYS.get(4));
        assertThat(names(list("dt=2026-01-0", false, "", 100))).hasSize(3);
        assertThat(names(list("nothing/", false, "", 100))).isEmpty();
    }

    @Test
    void rollsUpAtTheDelimiter() throws IOException {
        assertThat(names(list("", true, "", 100)))
                .containsExactly("a-b", "a/", "a0", "dt=2026-01-01/", "dt=2026-01-02/");
        assertThat(names(list("dt=2026-01-01/", true, "dt=2026-01-01/hr=00/", 100)))
                .containsExactly("dt=2026-01-01/hr=01/");
    }

    @Test
    void staysInsideTheBucket() throws IOException {
        assertThat(names(list("../", false, "", 100))).isEmpty();
    }

    @Test
    void hidesHalfWrittenObjectsAndS3ProxysOwnFiles() throws IOException {
        Files.writeString(bucket.resolve("z-0f0f0f0f-1111-2222-3333-444444444444"), "half");
        Files.writeString(bucket.resolve(".mpus-1-x-stub"), "");

        assertThat(names(new BucketListing(bucket, true, new ListingRequest("", false, "", 100)).page()))
                .containsExactlyElementsOf(KEYS);
        // In a view of somebody's directory the name may be an honest one.
        assertThat(names(list("z", false, "", 100))).hasSize(1);
    }

    private ListingPage list(String prefix, boolean grouped, String after, int limit) throws IOException {
        return new BucketListing(bucket, false, new ListingRequest(prefix, grouped, after, limit)).page();
    }

    private static List<String> names(ListingPage page) {
        return page.lines().stream().map(ListedObject::name).toList();
    }
}
