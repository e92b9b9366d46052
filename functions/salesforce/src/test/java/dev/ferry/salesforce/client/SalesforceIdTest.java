package dev.ferry.salesforce.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ferry.http.TrustedHost;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceIdTest {
    @ParameterizedTest
    @CsvSource({
        "006Ov000004iYzq, 006Ov000004iYzqIAE",
        "012000000000000, 012000000000000AAA",
        "0055e000005Qg8n, 0055e000005Qg8nAAC"
    })
    void completesShortIds(String given, String expected) {
        assertThat(new SalesforceId(given).value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "500", "006Ov000004iYzqIA", "006Ov000004iYz/", "006Ov000004iYzqIAE1"})
    void refusesOtherTexts(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SalesforceId(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.my.salesforce.com",
                "ftp://localhost",
                "acme.my.salesforce.com",
                "https://user@acme.example",
                "http://127.0.0.1.acme.example"
            })
    void trustsNoHostThatWouldSeeTheTokenInClear(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> TrustedHost.require(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://acme.my.salesforce.com", "http://127.0.0.1:8080", "http://localhost:8080"})
    void trustsHttpsAndTheLoopback(String address) {
        assertThat(TrustedHost.require(URI.create(address + "/x"))).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"66", "v66.0", "66.0/..", ""})
    void refusesOtherVersions(String number) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ApiVersion(number));
    }

    @Test
    void readsPathOfVersion() {
        assertThat(new ApiVersion("66.0").basePath()).isEqualTo("/services/data/v66.0");
    }
}
