package dev.ferry.salesforce.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecordErrorPropertyTest {
    @Property
    void readsBackWhatSalesforceWrites(
            @ForAll("codes") String code, @ForAll String message, @ForAll("fieldLists") List<String> fields) {
        var written = code + ":" + message + ":" + (fields.isEmpty() ? "--" : String.join(",", fields) + " --");

        var error = RecordError.parse(written);

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message()).isEqualTo(message.strip());
        assertThat(error.fields()).isEqualTo(fields);
    }

    @Property
    void neverThrows(@ForAll String anything) {
        assertThat(RecordError.parse(anything).failureClass()).isNotNull();
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of(KnownFailure.values()).map(KnownFailure::code);
    }

    @Provide
    Arbitrary<List<String>> fieldLists() {
        return Arbitraries.of("Name", "Origin", "ASAPP_Id__c", "Account.Key__c")
                .list()
                .ofMaxSize(3);
    }
}
