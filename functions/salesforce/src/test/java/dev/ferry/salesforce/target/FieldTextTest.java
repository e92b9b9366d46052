package dev.ferry.salesforce.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.mapping.schema.FieldType;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.target.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTextTest {
    private static TargetField field(String name, FieldType type) {
        return new TargetField(
                name, type, 255, 18, 2, true, true, true, false, false, List.of(), "", List.of(), false, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-05-17T14:03:22.000Z",
                "2024-05-17T14:03:22.000+0000",
                "2024-05-17T16:03:22+02:00",
                "2024-05-17T14:03:22.000000Z"
            })
    void readsAMomentInEverySpelling(String text) {
        assertThat(FieldText.moment(text)).isEqualTo("2024-05-17T14:03:22Z");
    }

    @Test
    void writesValuesAsSalesforceTakesThem() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        FieldText.put(json, "Text", new FieldValue.Text("a\r\nb\u0001"));
        FieldText.put(json, "Moment", new FieldValue.Moment(Instant.parse("2024-05-17T14:03:22Z")));
        FieldText.put(json, "Day", new FieldValue.Day(LocalDate.of(2024, 5, 17)));
        FieldText.put(json, "Number", new FieldValue.Numeric(new BigDecimal("4.50")));
        FieldText.put(json, "Flag", new FieldValue.Flag(false));
        assertThat(json)
                .hasToString("{\"Text\":\"a\\nb\",\"Moment\":\"2024-05-17T14:03:22.000Z\",\"Day\":\"2024-05-17\","
                        + "\"Number\":4.5,\"Flag\":false}");
    }

    @Test
    void readsAnswersByTheTypeOfTheField() {
        Map<String, String> row = Map.of(
                "Name",
                "null",
                "Score",
                "9.12260031E8",
                "On",
                "2024-05-17",
                "At",
                "2024-05-17T14:03:22.000+0000",
                "Open",
                "true",
                "OwnerId",
                "005000000000001AAA",
                "Empty",
                "");
        Map<String, FieldValue> values = AnsweredFields.of(
                List.of(
                        field("Name", FieldType.TEXT),
                        field("Score", FieldType.NUMBER),
                        field("On", FieldType.DATE),
                        field("At", FieldType.DATETIME),
                        field("Open", FieldType.BOOLEAN),
                        field("OwnerId", FieldType.REFERENCE),
                        field("Empty", FieldType.TEXT)),
                name -> row.getOrDefault(name, ""));
        assertThat(values)
                .isEqualTo(Map.of(
                        "Name", new FieldValue.Text("null"),
                        "Score", new FieldValue.Numeric(new BigDecimal("912260031")),
                        "On", new FieldValue.Day(LocalDate.of(2024, 5, 17)),
                        "At", new FieldValue.Moment(Instant.parse("2024-05-17T14:03:22Z")),
                        "Open", new FieldValue.Flag(true),
                        "OwnerId", new FieldValue.TargetId("005000000000001AAA")));
    }
}
