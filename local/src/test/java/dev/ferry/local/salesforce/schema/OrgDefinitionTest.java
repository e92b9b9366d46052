package dev.ferry.local.salesforce.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrgDefinitionTest {
    private final OrgSchema schema = new OrgSchema(OrgDefinition.migrationReady());

    @ParameterizedTest
    @ValueSource(strings = {"Account", "Contact", "Case", "Task", "EmailMessage", "Agent_Stats__c"})
    void givesEveryTargetObjectAUniqueKeyAndABatch(String object) {
        SObjectType type = schema.require(object);
        FieldDefinition key = type.require("ASAPP_Id__c").definition();
        assertThat(key.unique() && key.externalId() && key.caseSensitive()).isTrue();
        assertThat(key.length()).isEqualTo(80);
        assertThat(type.require("Migration_Batch__c").definition().externalId()).isTrue();
    }

    @Test
    void pointsEveryReferenceAtAnObjectThatIsThere() {
        for (SObjectType type : schema.types()) {
            for (Field field : type.fields()) {
                assertThat(field.referenceTo())
                        .allSatisfy(parent -> assertThat(schema.type(parent)).isPresent());
            }
        }
    }
}
