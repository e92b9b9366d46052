package dev.ferry.local.salesforce.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.salesforce.SalesforceSimulator;
import dev.ferry.local.salesforce.SalesforceSimulatorSettings;
import dev.ferry.salesforce.client.HttpSalesforceClient;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.SalesforceConfig;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.auth.Credentials;
import dev.ferry.salesforce.client.auth.LoginRefusal;
import dev.ferry.salesforce.client.rest.SObjectRecord;
import dev.ferry.salesforce.client.rest.SaveResult;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client against the simulated org: each was written from the reference alone, so where they meet, both read
/// it alike.
class SalesforceClientIT {
    private static final String USER = "integration@ferry.example";

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private KeyPair keys;
    private SalesforceSimulator org;

    @BeforeEach
    void start() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        SalesforceSimulatorSettings settings = SalesforceSimulatorSettings.in(directory, Clock.systemUTC());
        org = SalesforceSimulator.start(
                settings.withCredentials(settings.credentials().withCertificate(keys.getPublic())));
    }

    @AfterEach
    void stop() {
        org.close();
        http.close();
    }

    private SalesforceClient client(Credentials credentials) {
        return new HttpSalesforceClient(
                SalesforceConfig.of(org.endpoint(), credentials),
                http,
                Clock.systemUTC(),
                RandomGenerator.getDefault());
    }

    private SalesforceClient client() {
        return client(new Credentials.ClientCredentials("ferry-consumer-key", "ferry-consumer-secret"));
    }

    private Credentials jwt(String audience) {
        return new Credentials.JwtBearer("ferry-consumer-key", USER, audience, keys.getPrivate());
    }

    private static SObjectRecord account(String key, String name) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("ASAPP_Id__c", key);
        if (!name.isEmpty()) {
            fields.put("Name", name);
        }
        return new SObjectRecord("Account", fields);
    }

    @Test
    void signsInBothWaysAsTheSameUser() {
        assertThat(client(jwt("https://login.salesforce.com")).connect().userId())
                .isEqualTo(client().connect().userId())
                .startsWith("005");
    }

    @Test
    void isToldWhyASignInWasRefused() {
        assertThatExceptionOfType(SalesforceException.class)
                .isThrownBy(() -> client(new Credentials.ClientCredentials("ferry-consumer-key", "wrong"))
                        .connect())
                .satisfies(refusal -> assertThat(refusal.loginRefusal()).contains(LoginRefusal.WRONG_SECRET));
        assertThatExceptionOfType(SalesforceException.class)
                .isThrownBy(() -> client(jwt("https://test.salesforce.com")).connect())
                .satisfies(refusal -> assertThat(refusal.loginRefusal()).contains(LoginRefusal.WRONG_AUDIENCE));
    }

    @Test
    void describesWhatTheUserMaySet() {
        var described = client().schema().describe("Case");
        assertThat(described.rights().createable()).isTrue();
        assertThat(described.field("CreatedDate").orElseThrow().access().createable())
                .isTrue();
        assertThat(described.field("CreatedDate").orElseThrow().access().updateable())
                .isFalse();
        assertThat(described.recordType("ASAPP_Call")).isPresent();
    }

    @Test
    void joinsResultsOfDirectCallsByPosition() {
        List<SaveResult> results = client().records()
                .create(List.of(account("k1", "One"), account("k2", ""), account("k1", "Again")), false);
        assertThat(results.get(0)).isInstanceOf(SaveResult.Saved.class);
        assertThat(results.get(1))
                .isInstanceOfSatisfying(
                        SaveResult.Refused.class,
                        refused ->
                                assertThat(refused.errors().getFirst().code()).isEqualTo("REQUIRED_FIELD_MISSING"));
        assertThat(results.get(2))
                .isInstanceOfSatisfying(
                        SaveResult.Refused.class,
                        refused ->
                                assertThat(refused.errors().getFirst().code()).isEqualTo("DUPLICATE_VALUE"));
    }

    @Test
    void readsAQueryOverSeveralPages() {
        SalesforceClient client = client();
        for (int call = 0; call < 11; call++) {
            int from = call * 200;
            client.records()
                    .create(
                            IntStream.range(from, from + 200)
                                    .mapToObj(number -> account("k" + number, "Name " + number))
                                    .toList(),
                            false);
        }
        List<String> names = new ArrayList<>();
        client.queries()
                .query("SELECT Name FROM Account")
                .forEachRemaining(row -> names.add(row.path("Name").asText()));
        assertThat(names).hasSize(2_200).doesNotHaveDuplicates();
        assertThat(client.queries().count("SELECT COUNT() FROM Account")).isEqualTo(2_200);
        assertThat(client.usage()).isPresent();
    }
}
