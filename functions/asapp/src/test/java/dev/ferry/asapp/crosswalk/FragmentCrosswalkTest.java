package dev.ferry.asapp.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.LocalDirectorySource;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.identity.Link;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentRow.Payload;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.tally.Tally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FragmentCrosswalkTest {
    private static final String HEADER = "external_user_id,customer_id,name,email,phone,company,domain\r\n";

    @TempDir
    Path export;

    private InMemoryMigration migration;

    @BeforeEach
    void open() {
        migration = new InMemoryMigration(new LocalDirectorySource(export), FragmentSettings.of("acme"));
    }

    @Test
    void stagesRowsAsTheyAreAndLinksTheirIds() {
        Tally tally = customers(HEADER + "u-1,17,\"Doe, Jane\",Jane@Shop.example,,Shop,shop.example\r\n");
        assertThat(tally.counts())
                .containsEntry("received", 1L)
                .containsEntry("fragmented", 1L)
                .containsEntry("rejected", 0L);
        assertThat(rows(EntityKind.CUSTOMER))
                .containsExactly("{\"company\":\"Shop\",\"customer_id\":\"17\",\"domain\":\"shop.example\","
                        + "\"email\":\"Jane@Shop.example\",\"external_user_id\":\"u-1\",\"name\":\"Doe, Jane\"}");
        assertThat(migration.links.all().flatMap(chunk -> chunk.links().stream()))
                .containsExactly(new Link.Person("acme", "17", "u-1", "Jane@Shop.example", "shop.example", true, 2));
    }

    @Test
    void readsColumnsInAnyOrderBehindAByteOrderMark() {
        customers("\uFEFFemail,extra,customer_id\na@b.example,x,5\n");
        assertThat(rows(EntityKind.CUSTOMER)).containsExactly("{\"customer_id\":\"5\",\"email\":\"a@b.example\"}");
    }

    @Test
    void saysOfEachBadRowWhichLineAndWhy() {
        Tally tally = customers(HEADER
                + "u-1,,,,,,\r\n"
                + ",,Nobody,,,,\r\n"
                + "u-2,seven,,,,,\r\n"
                + "u-3,,,not an address,,,\r\n"
                + "u-4,,,,,,a@b\r\n"
                + "u-5,,\r\n"
                + "u-6,,\"two\r\nlines\",,,,\r\n"
                + ",,,,,,\r\n");
        assertThat(tally.counts()).containsEntry("received", 8L).containsEntry("fragmented", 2L);
        assertThat(migration.lists.entries(FragmentFile.REJECTED))
                .extracting(Quarantined::line, Quarantined::detail)
                .containsExactly(
                        tuple(3L, "email, external_user_id, customer_id all empty"),
                        tuple(4L, "customer_id is not valid"),
                        tuple(5L, "email is not valid"),
                        tuple(6L, "domain is not valid"),
                        tuple(7L, "3 fields instead of 7"),
                        tuple(10L, "email, external_user_id, customer_id all empty"));
    }

    @Test
    void keepsWhatItReadsOutOfItsComplaints() {
        customers(HEADER + ",,,secret person,,,\r\n");
        assertThat(migration.lists.entries(FragmentFile.REJECTED))
                .allSatisfy(entry -> assertThat(entry.toString()).doesNotContain("secret"));
    }

    @Test
    void stagesAgentsUnderTheClientsIdWhereTheRowHasNoOther() {
        write(
                "crosswalk/agents.csv",
                "rep_id,crm_rep_id,name,email,active\n,sf-9,Ann,ann@acme.example,Yes\n7,,Bob,,0\n");
        Tally tally = crosswalk(CrosswalkKind.AGENTS, "crosswalk/agents.csv");
        assertThat(tally.counts()).containsEntry("fragmented", 2L);
        assertThat(keys(EntityKind.AGENT)).containsExactlyInAnyOrder("asapp:acme:rep:crm-sf-9", "asapp:acme:rep:7");
    }

    @Test
    void writesTheSameWhenItIsRepeated() {
        customers(HEADER + "u-1,17,,a@b.example,,,\r\nu-1,17,Jane,,,,\r\n");
        List<String> once = rows(EntityKind.CUSTOMER);
        crosswalk(CrosswalkKind.CUSTOMERS, "crosswalk/customers.csv");
        assertThat(rows(EntityKind.CUSTOMER)).isEqualTo(once).hasSize(2);
    }

    @Test
    void refusesAFileWhoseHeaderNamesNoId() {
        assertThatThrownBy(() -> customers("external_user_id;customer_id;email\nu-1;17;a@b.example\n"))
                .isInstanceOfSatisfying(FerryException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE);
                    assertThat(refused)
                            .hasMessageContaining("crosswalk/customers.csv")
                            .hasMessageContaining("email, external_user_id, customer_id");
                });
    }

    private Tally customers(String content) {
        write("crosswalk/customers.csv", content);
        return crosswalk(CrosswalkKind.CUSTOMERS, "crosswalk/customers.csv");
    }

    private Tally crosswalk(CrosswalkKind kind, String key) {
        migration.crosswalk(kind, key);
        return migration.tallies.getLast();
    }

    private void write(String key, String content) {
        try {
            Path file = export.resolve(key);
            Files.createDirectories(file.getParent());
            Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("no test data", e);
        }
    }

    private List<String> rows(EntityKind kind) {
        return fragments(kind).stream()
                .flatMap(fragment -> fragment.rows().stream())
                .map(row -> ((Payload.Inline) row.payload()).bytes())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .sorted()
                .toList();
    }

    private List<String> keys(EntityKind kind) {
        return fragments(kind).stream()
                .map(fragment -> fragment.key().entityId())
                .toList();
    }

    private List<Fragment> fragments(EntityKind kind) {
        return IntStream.range(0, migration.buckets.value())
                .boxed()
                .flatMap(number -> migration.fragments.bucket(kind, new Bucket(number)))
                .toList();
    }
}
