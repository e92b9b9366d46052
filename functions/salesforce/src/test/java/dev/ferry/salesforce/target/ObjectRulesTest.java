package dev.ferry.salesforce.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.target.ObjectName;
import org.junit.jupiter.api.Test;

class ObjectRulesTest {
    private static final ObjectName CASE = new ObjectName("Case");
    private static final ObjectName EMAIL = new ObjectName("EmailMessage");
    private static final ObjectName NOTE = new ObjectName("ContentNote");

    @Test
    void knowsTheObjectsThatCannotHoldAKey() {
        assertThat(ObjectRules.hasKeyField(CASE)).isTrue();
        assertThat(ObjectRules.hasKeyField(NOTE)).isFalse();
        assertThat(ObjectRules.hasKeyField(new ObjectName("ContentDocumentLink")))
                .isFalse();
    }

    @Test
    void leavesOutWhatThePlatformChangesAndWhatItDoesNotAnswer() {
        assertThat(ObjectRules.comparable(CASE, "CreatedDate")).isTrue();
        assertThat(ObjectRules.comparable(CASE, "LastModifiedDate")).isFalse();
        assertThat(ObjectRules.comparable(NOTE, "Content")).isFalse();
    }

    @Test
    void changesOnlyCustomFieldsAndVisibilityOfAStandingEmailMessage() {
        assertThat(ObjectRules.changeable(EMAIL, "Is_Internal__c")).isTrue();
        assertThat(ObjectRules.changeable(EMAIL, "IsExternallyVisible")).isTrue();
        assertThat(ObjectRules.changeable(EMAIL, "TextBody")).isFalse();
        assertThat(ObjectRules.changeable(CASE, "Subject")).isTrue();
    }

    @Test
    void takesTextAsItIsKept() {
        assertThat(ObjectRules.text(CASE, "Subject", " a\r\nb\u0000\rc ")).isEqualTo("a\nb\nc");
        assertThat(ObjectRules.text(CASE, "Subject", "#N/A ")).isEqualTo("#N/A");
        assertThat(ObjectRules.text(CASE, "Subject", "null")).isEqualTo("null");
    }

    @Test
    void cutsANotesTitleToTheRoomBeforeItsMark() {
        assertThat(ObjectRules.text(NOTE, "Title", "T".repeat(300))).hasSize(240);
        assertThat(ObjectRules.text(NOTE, "Title", "T".repeat(239) + "\uD83D\uDE00"))
                .isEqualTo("T".repeat(239));
    }
}
