package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.identity.IdentityEntry;
import dev.ferry.core.identity.IdentitySpace;
import dev.ferry.core.identity.Link;
import dev.ferry.core.identity.LinkChunk;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentKey;
import dev.ferry.core.staging.FragmentRow;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.ObjectName;
import dev.ferry.handlers.executions.Execution.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final CanonicalId ISSUE = CanonicalIds.issue("acme", "1");
    private static final CanonicalId MERGED = CanonicalIds.issue("acme", "2");

    private final CommandLineHarness ferry = new CommandLineHarness();

    @TempDir
    private Path work;

    @BeforeEach
    void aConversationWithTwoVersionsOfARow() throws IOException {
        ferry.up(work);
        ferry.cloud.runs.add(FakeCloud.execution(
                "r", State.SUCCEEDED, "{\"migrationId\":\"m\",\"runId\":\"r\",\"configKey\":\"runs/r/config.json\"}"));
        ferry.cloud.put("runs/r/config.json", "{\"company\":\"acme\"}");
        ferry.cloud.put("migrations/m/layout.json", "{\"buckets\":4}");
        ferry.cloud.put("runs/r/target/titles.json", """
                {"target":"Org","phases":[{"name":"Case","object":"Case","from":"CONVERSATION","whole":true}]}
                """);
        ferry.cloud.fragments.putAll(List.of(
                fragment(ISSUE, "hr=01", "2026-07-05 14:00:00", "old secret"),
                fragment(ISSUE, "hr=00", "2026-07-05 15:00:00", "new secret")));
        ferry.cloud.identities.putAll(List.of(new IdentityEntry(IdentitySpace.CONVERSATION, MERGED, ISSUE)));
        ferry.cloud.links.putAll(List.of(
                new LinkChunk("issue_session_merge", "dt=x", 0, List.of(new Link.IssueMerge("acme", "2", "1", 17)))));
        ferry.cloud.ledger.put(
                new ObjectName("Case"),
                List.of(new LedgerEntry.Loaded(
                        ISSUE,
                        "r",
                        "Case",
                        "500A1",
                        LedgerEntry.Operation.CREATED,
                        List.of(),
                        new ContentHash("0"),
                        new ContentHash("0"),
                        Instant.EPOCH)));
    }

    @Test
    void showsRowsAliasesEvidenceLostValuesAndFateWithoutContents() {
        assertThat(explain("1")).isZero();
        assertThat(ferry.out.toString())
                .contains("also asapp:acme:issue:2", "shown by issue_session_merge dt=x line 17")
                .contains("convos_metadata hr=00 line 3", "convos_metadata hr=01 line 3")
                .contains("convos_metadata.first_utterance_text  convos_metadata hr=01 line 3  lost to  "
                        + "convos_metadata hr=00 line 3")
                .contains("Case 500A1, CREATED by run r")
                .doesNotContain("secret");
    }

    @Test
    void findsItUnderAnAlias() {
        assertThat(explain("asapp:acme:issue:2")).isZero();
        assertThat(ferry.out.toString()).startsWith(ISSUE.value());
    }

    @Test
    void showsContentsWhenAsked() {
        assertThat(explain("1", "--texts")).isZero();
        assertThat(ferry.out.toString()).contains("(old secret)", "(new secret)");
    }

    @Test
    void saysThatAConversationIsUnknown() {
        assertThat(explain("99")).isEqualTo(1);
        assertThat(ferry.err.toString()).startsWith("ferry: no such conversation, asapp:acme:issue:99, ");
    }

    private int explain(String... arguments) {
        return ferry.run(Stream.concat(Stream.of("explain", "--work", work.toString()), Arrays.stream(arguments))
                .toArray(String[]::new));
    }

    private static Fragment fragment(CanonicalId entity, String partition, String lastEvent, String text) {
        String row = """
                {"issue_id":1,"last_event_ts":"%s","first_utterance_text":"%s","company_name":"acme"}""".formatted(lastEvent, text);
        return new Fragment(
                new FragmentKey(
                        EntityKind.CONVERSATION,
                        entity.value(),
                        "convos_metadata",
                        partition,
                        "convos_metadata.jsonl",
                        0),
                List.of(new FragmentRow(0, 3, new FragmentRow.Payload.Inline(row.getBytes(StandardCharsets.UTF_8)))));
    }
}
