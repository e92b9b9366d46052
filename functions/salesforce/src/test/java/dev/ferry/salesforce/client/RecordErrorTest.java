package dev.ferry.salesforce.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordErrorTest {
    @Test
    void readsObservedErrors() {
        assertThat(RecordError.parse("REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --"))
                .isEqualTo(new RecordError(
                        "REQUIRED_FIELD_MISSING", "Required fields are missing: [Name]", List.of("Name")));
        assertThat(RecordError.parse("INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:--"))
                .isEqualTo(new RecordError("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", List.of()));
        assertThat(
                        RecordError.parse(
                                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:Case Origin: bad value for restricted picklist field: Chat:Origin --"))
                .isEqualTo(new RecordError(
                        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                        "Case Origin: bad value for restricted picklist field: Chat",
                        List.of("Origin")));
        assertThat(RecordError.parse("MALFORMED_ID:malformed id abcde0123456789XYZ"))
                .isEqualTo(new RecordError("MALFORMED_ID", "malformed id abcde0123456789XYZ", List.of()));
        assertThat(RecordError.parse("InvalidBatch : Field name not found : Foo__c"))
                .isEqualTo(new RecordError("InvalidBatch", "Field name not found : Foo__c", List.of()));
    }

    @Test
    void givesTextWithoutCodeToAPerson() {
        var error = RecordError.parse("something went wrong -- truly");

        assertThat(error.code()).isEqualTo(RecordError.NO_CODE);
        assertThat(error.failureClass()).isEqualTo(FailureClass.REVIEW);
    }

    @ParameterizedTest
    @CsvSource({
        "UNABLE_TO_LOCK_ROW, RETRY",
        "TooManyLockFailure, RETRY",
        "DUPLICATE_VALUE, SETTLE",
        "DUPLICATE_EXTERNAL_ID, REVIEW",
        "DUPLICATES_DETECTED, CONFIGURATION",
        "STRING_TOO_LONG, FIX",
        "STORAGE_LIMIT_EXCEEDED, CONFIGURATION",
        "ALL_OR_NONE_OPERATION_ROLLED_BACK, RETRY",
        "InvalidJobState, SETTLE",
        "INVALID_FIELD, CONFIGURATION",
        "NEVER_HEARD_OF, REVIEW",
    })
    void classesCodesAsTheCatalogueSays(String code, FailureClass expected) {
        assertThat(new RecordError(code, "", List.of()).failureClass()).isEqualTo(expected);
    }

    @Test
    void tellsAMissingParentFromAnUnknownColumn() {
        var error = RecordError.parse(
                "INVALID_FIELD:Foreign key external ID: 0116 not found for field Ext__c in entity Account:--");

        assertThat(error.failureClass()).isEqualTo(FailureClass.FIX);
    }

    @Test
    void findsTheRecordThatHoldsADuplicateValue() {
        var error = RecordError.parse(
                "DUPLICATE_VALUE:duplicate value found: Ext__c duplicates value on record with id: 006Ov000004iYzqIAE:--");

        assertThat(error.valueHolder()).isEqualTo(new ValueHolder.Named(new SalesforceId("006Ov000004iYzqIAE")));
    }

    @Test
    void signalsWhenADuplicateNamesNoRecord() {
        assertThat(RecordError.parse("DUPLICATE_VALUE:other words:--").valueHolder())
                .isEqualTo(new ValueHolder.Unnamed());
        assertThat(RecordError.parse("STRING_TOO_LONG:with id: 006Ov000004iYzqIAE:--")
                        .valueHolder())
                .isEqualTo(new ValueHolder.NotADuplicate());
    }

    @Test
    void showsNoMessageAsText() {
        assertThat(RecordError.parse("INVALID_EMAIL_ADDRESS:Email: invalid email address: a@b:Email --")
                        .toString())
                .isEqualTo("INVALID_EMAIL_ADDRESS[Email]");
    }
}
