package dev.ferry.local.salesforce.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SalesforceIdTest {

    @Test
    void computesTheChecksumOfWellKnownIds() {
        assertThat(SalesforceId.canonical("012000000000000")).hasValue("012000000000000AAA");
        assertThat(SalesforceId.canonical("0055e000005Qg8n")).hasValue("0055e000005Qg8nAAC");
    }

    @Test
    void refusesAWrongChecksumAWrongLengthAndOtherCharacters() {
        assertThat(SalesforceId.canonical("0055e000005Qg8nAAA")).isEmpty();
        assertThat(SalesforceId.canonical("0055e000005Qg8")).isEmpty();
        assertThat(SalesforceId.canonical("0055e000005Qg8-")).isEmpty();
    }

    @Test
    void numbersRecordsSoThatANumberIsFoundAgain() {
        for (long number : new long[] {1, 61, 62, 500_000, 4_000_000_000L}) {
            assertThat(SalesforceId.number(SalesforceId.of("500", number))).isEqualTo(number);
        }
    }
}
