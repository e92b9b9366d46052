package dev.ferry.salesforce.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.net.URI;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesforceTargetsTest {
    private static final String GOOD =
            "{\"flow\":\"client_credentials\",\"consumerKey\":\"k\",\"consumerSecret\":\"s\"}";

    private static SalesforceTarget create(String secret, String loginUrl, String version) {
        return SalesforceTargets.create(
                secret,
                URI.create(loginUrl),
                version,
                SalesforceTargetSettings.of("wave-1"),
                Clock.systemUTC(),
                RandomGenerator.getDefault());
    }

    @Test
    void makesATargetWithoutSigningIn() {
        assertThat(create(GOOD, "https://acme.my.salesforce.com", "66.0")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HUSH                                                                     | secret is not JSON
            ["HUSH"]                                                                 | secret is not a JSON object
            {"consumerKey":"HUSH"}                                                   | "flow" is missing
            {"flow":"HUSH"}                                                          | "flow" must be client_credentials or jwt
            {"flow":"client_credentials","consumerKey":"HUSH"}                       | "consumerSecret" is missing
            {"flow":"client_credentials","consumerKey":" ","consumerSecret":"HUSH"}  | "consumerKey" must be a text
            {"flow":"jwt","consumerKey":"HUSH","username":"u","audience":7}          | "audience" must be a text
            {"flow":"jwt","consumerKey":"k","username":"u","audience":"a","privateKey":"HUSH"} | "privateKey" The key is not
            """)
    void namesTheFieldOfTheSecretAndNeverItsValue(String secret, String complaint) {
        assertThatExceptionOfType(FerryException.class)
                .isThrownBy(() -> create(secret, "https://acme.my.salesforce.com", "66.0"))
                .withMessageContaining(complaint)
                .matches(failure -> failure.code() == ErrorCode.CONFIGURATION)
                .satisfies(failure ->
                        assertThat(failure).hasMessageNotContaining("HUSH").hasNoCause());
    }

    @ParameterizedTest
    @CsvSource({
        "http://acme.my.salesforce.com, 66.0, only https",
        "https://acme.my.salesforce.com, v66, of the form 66.0"
    })
    void refusesAnAddressOrVersionThatCannotBeRight(String loginUrl, String version, String complaint) {
        assertThatExceptionOfType(FerryException.class)
                .isThrownBy(() -> create(GOOD, loginUrl, version))
                .withMessageContaining(complaint)
                .matches(failure -> failure.code() == ErrorCode.CONFIGURATION);
    }
}
