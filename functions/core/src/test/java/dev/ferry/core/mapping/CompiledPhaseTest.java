package dev.ferry.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.mapping.schema.SourceSchema;
import dev.ferry.core.mapping.schema.TargetSchemaJson;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.FieldValue;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class CompiledPhaseTest {
    private static final MappingRun RUN = new MappingRun(OwnerDecisions.of(Map.of(), "queue"), "");
    private static final String TARGET = """
            {"Thing": {"fields": {
              "Id__c": {"type": "text", "length": 20, "unique": true},
              "Short__c": {"type": "text", "length": 5},
              "Full__c": {"type": "long_text", "length": 12},
              "Kind__c": {"type": "picklist", "values": ["A", "B"]},
              "Sub__c": {"type": "picklist", "values": ["a1", "b1"], "controller": "Kind__c",
                         "validFor": {"a1": ["A"], "b1": ["B"]}},
              "Day__c": {"type": "date"}, "At__c": {"type": "datetime"}, "End__c": {"type": "datetime"},
              "Again__c": {"type": "datetime"}, "Count__c": {"type": "number", "precision": 4, "scale": 1},
              "Owner__c": {"type": "reference"}}}}
            """;

    @Test
    void keepsTheFullTextOfATruncatedOneInTheNamedField() {
        var record =
                made("Short__c: {path: subject, tooLong: truncate, keepIn: Full__c}", Map.of("subject", "1234567"));
        assertThat(record.record().fields())
                .containsEntry("Short__c", new FieldValue.Text("1234…"))
                .containsEntry("Full__c", new FieldValue.Text("1234567"));
        assertThat(record.adjustments()).containsExactly(new Adjustment("Short__c", Adjustment.Rule.TRUNCATED));
    }

    @Test
    void quarantinesTextThatIsTooLongUnlessToldOtherwise() {
        assertThat(one("Short__c: {path: subject}", Map.of("subject", "1234567")))
                .isInstanceOfSatisfying(Mapped.Quarantined.class, held -> {
                    assertThat(held.field()).isEqualTo("Short__c");
                    assertThat(held.reason()).doesNotContain("1234567");
                });
    }

    @Test
    void quarantinesPairThatTheDependentPicklistDoesNotAllow() {
        String fields = "Kind__c: {path: kind}, Sub__c: {path: status}";
        assertThat(one(fields, Map.of("kind", "A", "status", "a1"))).isInstanceOf(Mapped.Record.class);
        assertThat(one(fields, Map.of("kind", "B", "status", "a1")))
                .isInstanceOfSatisfying(
                        Mapped.Quarantined.class,
                        held -> assertThat(held.field()).isEqualTo("Sub__c"));
    }

    @Test
    void refusesDependentConstantThatGoesWithNoPossibleController() {
        assertThat(compile("Kind__c: {constant: B}, Sub__c: {constant: a1}", ""))
                .isInstanceOfSatisfying(
                        CompileResult.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(MappingProblem::message)
                                .containsExactly("a1 goes with no value that Kind__c can have"));
    }

    @Test
    void quarantinesOwnerThatNobodyDecidedOn() {
        OwnerDecisions none = new OwnerDecisions() {
            @Override
            public OwnerDecision of(CanonicalId agent) {
                return new OwnerDecision.Undecided();
            }

            @Override
            public OwnerDecision unassigned() {
                return new OwnerDecision.Default("queue");
            }
        };
        var phase = phase("Owner__c: {owner: {agent: lastAgentId}}", "");
        assertThat(phase.map(Map.of("id", "i", "lastAgentId", "a"), new MappingRun(none, "")))
                .first()
                .isInstanceOf(Mapped.Quarantined.class);
        assertThat(phase.map(Map.of("id", "i"), new MappingRun(none, "")))
                .first()
                .isInstanceOf(Mapped.Record.class);
    }

    @Test
    void filtersWithTheReasonThatTheMappingGives() {
        String where = "where: [{path: kind, in: [CALL], reason: calls only}]";
        assertThat(phase("Short__c: {constant: x}", where).map(Map.of("id", "i", "kind", "EMAIL"), RUN))
                .containsExactly(new Mapped.Filtered(new CanonicalId("i"), "calls only"));
    }

    @Test
    void roundsNumbersAndRefusesThoseBeyondThePrecision() {
        assertThat(made("Count__c: {path: csatRaw}", Map.of("csatRaw", 1.25))
                        .record()
                        .fields())
                .containsEntry("Count__c", new FieldValue.Numeric(new java.math.BigDecimal("1.3")));
        assertThat(one("Count__c: {path: csatRaw}", Map.of("csatRaw", 1234.5))).isInstanceOf(Mapped.Quarantined.class);
    }

    @Test
    void datesAreDaysOfTheBusinessOrOfTheFieldsOwnZone() {
        Map<String, Object> record = Map.of("createdAt", "2026-07-06T01:30:00.000Z");
        assertThat(made("Day__c: {path: createdAt}", record).record().fields().get("Day__c"))
                .hasToString("Day[value=2026-07-05]");
        assertThat(made("Day__c: {path: createdAt, zone: Asia/Tokyo}", record)
                        .record()
                        .fields()
                        .get("Day__c"))
                .hasToString("Day[value=2026-07-06]");
    }

    @Test
    void stopsAnExpressionThatNeverEnds() {
        String endless = "Short__c: {jsonata: '($f := function($x) {$f($x + 1) + 1}; $f(1))'}";
        assertThat(one(endless, Map.of()))
                .isInstanceOfSatisfying(
                        Mapped.Quarantined.class,
                        held -> assertThat(held.reason()).startsWith("its expression failed"));
    }

    @Test
    void findsItemsOfListsByPositionAndByValue() {
        Map<String, Object> record = Map.of(
                "feedback",
                List.of(Map.of("question", "q1", "answer", "no"), Map.of("question", "q2", "answer", "yes")));
        assertThat(made(
                                "Short__c: {path: 'feedback[question=q2].answer'}, Full__c: {path: 'feedback[0].answer'}",
                                record)
                        .record()
                        .fields())
                .containsEntry("Short__c", new FieldValue.Text("yes"))
                .containsEntry("Full__c", new FieldValue.Text("no"));
    }

    private static List<Mapped> messages(String fields, Map<String, Object> record) {
        Map<String, Object> whole = new java.util.HashMap<>(record);
        whole.put("id", "i");
        whole.put("messages", List.of(Map.of("id", "m1", "text", "1234567"), Map.of("id", "m2", "text", "123")));
        return phase(fields, "forEach: messages").map(whole, RUN);
    }

    private static SortedMap<String, FieldValue> fields(Mapped mapped) {
        return ((Mapped.Record) mapped).record().fields();
    }

    @Test
    void givesWhatTheRecordSaysToEachOfItsItems() {
        List<Mapped> made = messages(
                "Short__c: {path: $record.subject}, Full__c: {path: text}, Id__c: {path: id}, Kind__c: {constant: A}",
                Map.of("subject", "s"));
        assertThat(made)
                .hasSize(2)
                .allSatisfy(mapped -> assertThat(fields(mapped))
                        .containsEntry("Short__c", new FieldValue.Text("s"))
                        .containsEntry("Kind__c", new FieldValue.Text("A")));
        assertThat(made)
                .extracting(mapped -> fields(mapped).get("Full__c"))
                .containsExactly(new FieldValue.Text("1234567"), new FieldValue.Text("123"));
    }

    @Test
    void tellsOfEachItemInTheOrderOfTheFieldsWhatTheRecordSaysToo() {
        String fields = "Short__c: {path: text, tooLong: truncate}, Full__c: {path: $record.subject, default: none}";
        Adjustment truncated = new Adjustment("Short__c", Adjustment.Rule.TRUNCATED);
        Adjustment defaulted = new Adjustment("Full__c", Adjustment.Rule.DEFAULTED);
        assertThat(messages(fields, Map.of()))
                .extracting(mapped -> ((Mapped.Record) mapped).adjustments())
                .containsExactly(List.of(truncated, defaulted), List.of(defaulted));
    }

    @Test
    void isHeldBackByTheFirstFieldThatDoesNotFitWhetherOfTheItemOrOfTheRecord() {
        String fields = "Short__c: {path: text}, Full__c: {path: $record.subject}";
        assertThat(messages(fields, Map.of("subject", "longer than it may be")))
                .extracting(mapped -> ((Mapped.Quarantined) mapped).field())
                .containsExactly("Short__c", "Full__c");
    }

    @Test
    void keepsTheFullTextInAFieldThatTheRecordFillsToo() {
        String keeping = "Short__c: {path: text, tooLong: truncate, keepIn: Full__c}";
        String other = "Full__c: {path: $record.subject}";
        assertThat(messages(keeping + ", " + other, Map.of("subject", "s")))
                .extracting(mapped -> fields(mapped).get("Full__c"))
                .containsOnly(new FieldValue.Text("s"));
        assertThat(messages(other + ", " + keeping, Map.of("subject", "s")))
                .extracting(mapped -> fields(mapped).get("Full__c"))
                .containsExactly(new FieldValue.Text("1234567"), new FieldValue.Text("s"));
    }

    @Test
    void readsTheSameTimeForSeveralFieldsAndAnotherForTheNext() {
        assertThat(made(
                                "Day__c: {path: createdAt}, At__c: {path: createdAt}, End__c: {path: endedAt}, "
                                        + "Again__c: {path: createdAt}",
                                Map.of("createdAt", "2026-07-06T01:30:00.123Z", "endedAt", "2026-07-07T01:30:00+01:00"))
                        .record()
                        .fields())
                .hasToString("{Again__c=Moment[value=2026-07-06T01:30:00.123Z], "
                        + "At__c=Moment[value=2026-07-06T01:30:00.123Z], Day__c=Day[value=2026-07-05], "
                        + "End__c=Moment[value=2026-07-07T00:30:00Z]}");
        assertThat(compile("At__c: {constant: ''}", "")).isInstanceOf(CompileResult.Refused.class);
        assertThat(one("At__c: {path: createdAt}", Map.of("createdAt", "2026-02-30T01:30:00.000Z")))
                .isInstanceOf(Mapped.Quarantined.class);
    }

    private static Mapped.Record made(String fields, Map<String, Object> record) {
        return (Mapped.Record) one(fields, record);
    }

    private static Mapped one(String fields, Map<String, Object> record) {
        Map<String, Object> whole = new java.util.HashMap<>(record);
        whole.put("id", "i");
        return phase(fields, "").map(whole, RUN).getFirst();
    }

    private static CompiledPhase phase(String fields, String where) {
        return Mappings.compiled(compile(fields, where)).phases().getFirst();
    }

    private static CompileResult compile(String fields, String where) {
        String yaml = """
                version: 1
                target: t
                defaults: {timeZone: America/New_York}
                phases:
                - name: Thing
                  object: Thing
                  from: conversation
                  key: id
                  fields: {%s}
                  %s
                """.formatted(fields, where);
        return new MappingCompiler().compile(yaml, SourceSchema.canonical(), TargetSchemaJson.read(TARGET));
    }
}
