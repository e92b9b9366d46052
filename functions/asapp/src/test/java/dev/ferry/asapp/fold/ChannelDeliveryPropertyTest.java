package dev.ferry.asapp.fold;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.configuration.ConfigurationCall;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.source.FieldScope;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// The promise of staging: channels may deliver in any order, again and again, and the records are the same
/// bytes.
class ChannelDeliveryPropertyTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BATCH = "batch/%s/version=1/format=jsonl/dt=2026-10-31/hr=%s/mi=00/";
    private static final String EXPORTED = "fileexporter/%s/version=1/format=jsonl/dt=2026-10-31/hr=%s/mi=00/%s.jsonl";
    private static final SortedMap<String, String> FILES = files();
    private static final List<Consumer<InMemoryMigration>> DELIVERIES = deliveries();
    private static final Map<String, String> EXPECTED = records(DELIVERIES);

    @Property(tries = 40)
    void anyOrderAndRepetitionGivesTheSameRecords(@ForAll long seed) {
        Random random = new Random(seed);
        List<Consumer<InMemoryMigration>> mixed = new ArrayList<>(DELIVERIES);
        DELIVERIES.stream().filter(_ -> random.nextBoolean()).forEach(mixed::add);
        Collections.shuffle(mixed, random);
        assertThat(records(mixed)).isEqualTo(EXPECTED);
    }

    private static Map<String, String> records(List<Consumer<InMemoryMigration>> deliveries) {
        InMemoryMigration migration = new InMemoryMigration(new MapSource(), FragmentSettings.of("acme"));
        migration.lookAt(Instant.parse("2026-11-01T02:30:00Z"));
        migration.scopes(Map.of("e_topic", FieldScope.CUSTOMER));
        deliveries.forEach(delivery -> delivery.accept(migration));
        migration.assemble();
        Map<String, String> records = new TreeMap<>();
        for (EntityKind kind : EntityKind.values()) {
            for (int bucket = 0; bucket < migration.buckets.value(); bucket++) {
                byte[] lines = migration.sinks.bytes(kind, new Bucket(bucket));
                records.put(kind.label() + bucket, new String(lines, StandardCharsets.UTF_8));
            }
        }
        assertThat(records.get("conversation" + 0)).isNotNull();
        return records;
    }

    private static List<Consumer<InMemoryMigration>> deliveries() {
        List<Consumer<InMemoryMigration>> deliveries = new ArrayList<>();
        FILES.keySet().stream()
                .filter(key -> key.startsWith("batch/"))
                .forEach(key -> deliveries.add(m -> m.extract(key.substring(0, key.lastIndexOf('/') + 1))));
        FILES.keySet().stream()
                .filter(key -> key.startsWith("fileexporter/"))
                .forEach(key -> deliveries.add(m -> m.fileExporter(key)));
        for (int number = 0; number < 6; number++) {
            byte[] event = event(number).getBytes(StandardCharsets.UTF_8);
            String journal = "journal-" + number;
            deliveries.add(m -> m.events(journal, List.of(event)));
        }
        deliveries.add(m -> m.conversationAnswers().conversation(json("""
                {"id":"01A","externalId":"case-1","customer":{"externalId":"X1","name":"Ada"},
                 "agent":{"externalId":"E9"}}""")));
        deliveries.add(m -> m.conversationAnswers().messages("01A", json("""
                {"items":[{"messageId":"01M1","text":"hello","sender":{"role":"customer","externalId":"X1"},
                 "createdTimestamp":"2026-10-31T10:00:02Z","clientTimestamp":"2026-10-31T10:00:01Z"}]}""")));
        deliveries.add(m -> m.configuration().stage(ConfigurationCall.SEGMENTS, List.of(json("""
                {"segments":[{"id":"WEB","query":{"type":"raw","raw":"platform = 'WEB'"}}]}"""))));
        return deliveries;
    }

    private static SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        for (String hour : List.of("10", "11")) {
            batch(files, "convos_metadata", hour, """
                    {"issue_id":7,"external_issue_id":"case-1","customer_id":5,"issue_created_ts":"2026-10-31 10:00:00",
                     "last_event_ts":"2026-10-31 %s:30:00","platform":"web","first_rep_id":"3"}""".formatted(hour));
            exported(files, "staging_conversation_state", hour, """
                    {"conversation_id":"01A","external_conversation_id":"case-1","dt":"2026-10-31","hr":"%s",
                     "instance_ts":"2026-10-31 %s:00:00","customer_id":"X1","last_agent_id":"E9",
                     "conversation_metadata_platform":"%s"}""".formatted(
                            hour, hour, hour.equals("10") ? "SMS" : "WEB"));
            exported(files, "autosummary_structured_data", hour, """
                    {"conversation_id":"01A","structured_data_id":"s%s","structured_data_field_id":"e_topic",
                     "structured_data_field_value":"v%s","structured_data_ts":"2026-10-31 %s:10:00"}""".formatted(hour, hour, hour));
        }
        batch(files, "utterances", "10", """
                {"issue_id":7,"event_uuid":"u1","created_ts":"2026-10-31 10:00:01","sender_id":5,
                 "sender_type":"customer","utterance":"hello"}""");
        batch(files, "rep_attributes", "10", """
                {"rep_id":"3","external_rep_id":"E9","rep_attribute_id":"1","attribute_name":"role",
                 "attribute_value":"lead","created_ts":"2026-10-01 00:00:00"}""");
        exported(files, "staging_utterance_state", "10", """
                {"conversation_id":"01A","message_id":"01M1","sender_type":"SENDER_CUSTOMER","sender_id":"X1",
                 "chat_message_event_ts":"2026-10-31 10:00:01"}""");
        exported(files, "utterances", "10", """
                {"conversation_id":"01A","message_id":"01M1","utterance":"hello"}""");
        exported(files, "attachments", "10", """
                {"attachment_id":"a1","issue_id":"7","event_uuid":"u1","object_name":"none.png",
                 "created_ts":"2026-10-31 10:00:01"}""");
        return files;
    }

    private static String event(int number) {
        String ended = number == 5 ? ",\"issue_ended_ts\":\"2026-10-31T12:00:00Z\",\"is_resolved\":true" : "";
        return """
                {"name":"com.asapp.event.journey","event_id":"e%d","event_type":"T%d","meta_data":{"issue_id":"%d",
                 "company_id":"acme","event_time":"2026-10-31T11:%d0:00Z"},"data":{"agent_id":"%d"},
                 "details":{"intent_code":"I%d"%s}}""".formatted(number, number % 3, number == 4 ? 8 : 7, number % 5, number, number, ended);
    }

    private static void batch(SortedMap<String, String> files, String feed, String hour, String row) {
        files.put(BATCH.formatted(feed, hour) + feed + ".jsonl", row);
        files.put(BATCH.formatted(feed, hour) + "_SUCCESS", "");
    }

    private static void exported(SortedMap<String, String> files, String feed, String hour, String row) {
        files.put(EXPORTED.formatted(feed, hour, feed), row);
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The files of the test as a store; a row is written over several lines there and stands on one here.
    private static final class MapSource implements SourceStore {
        @Override
        public Stream<SourceObject> list(String prefix) {
            return FILES.entrySet().stream()
                    .map(Map.Entry::getKey)
                    .filter(key -> key.startsWith(prefix))
                    .map(key -> new SourceObject(key, bytes(key).length, "1"));
        }

        @Override
        public InputStream open(String key) {
            return new ByteArrayInputStream(bytes(key));
        }

        private static byte[] bytes(String key) {
            String row = FILES.getOrDefault(key, "").replace("\n", "");
            return (row + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }
}
