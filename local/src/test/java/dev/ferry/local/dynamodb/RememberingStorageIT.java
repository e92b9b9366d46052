package dev.ferry.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBClient;
import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteDBAccess;
import dev.ferry.local.endpoint.LoopbackPort;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// The engine with the storage that remembers its tables, seen from outside, as any client sees it.
class RememberingStorageIT {
    private static final String TABLE = "things";

    @TempDir
    Path directory;

    private DynamoDbEngine engine;
    private DynamoDbClient client;

    @BeforeEach
    void start() {
        engine = DynamoDbEngine.start(directory, new LoopbackPort("DynamoDB", 0, "port"));
        client = client(engine.endpoint());
    }

    @AfterEach
    void stop() {
        client.close();
        engine.close();
    }

    private static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }

    private void createTable(ScalarAttributeType sortKey) {
        client.createTable(table -> table.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .attributeDefinitions(attribute("pk", ScalarAttributeType.S), attribute("sk", sortKey)));
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static AttributeValue sortKey(ScalarAttributeType type, int number) {
        return type == ScalarAttributeType.N
                ? AttributeValue.fromN(Integer.toString(number))
                : AttributeValue.fromS("%05d-ü".formatted(number));
    }

    private static Map<String, AttributeValue> item(ScalarAttributeType type, int number) {
        return Map.of(
                "pk",
                AttributeValue.fromS("p"),
                "sk",
                sortKey(type, number),
                "text",
                AttributeValue.fromS("naïve \uD83D\uDE80 " + number),
                "list",
                AttributeValue.fromL(List.of(AttributeValue.fromN("1.5"), AttributeValue.fromBool(true))));
    }

    private void put(Map<String, AttributeValue> item) {
        client.putItem(put -> put.tableName(TABLE).item(item));
    }

    private Map<String, AttributeValue> get(Map<String, AttributeValue> item) {
        return client.getItem(get -> get.tableName(TABLE)
                        .consistentRead(true)
                        .key(Map.of("pk", item.get("pk"), "sk", item.get("sk"))))
                .item();
    }

    @ParameterizedTest
    @EnumSource(
            value = ScalarAttributeType.class,
            names = {"S", "N"})
    void givesBackWhatWasWrittenInTheOrderOfItsKeys(ScalarAttributeType type) {
        createTable(type);
        List<Map<String, AttributeValue>> items =
                IntStream.range(0, 25).mapToObj(number -> item(type, number)).toList();
        var written = client.batchWriteItem(batch -> batch.requestItems(Map.of(
                        TABLE,
                        items.reversed().stream()
                                .map(item -> WriteRequest.builder()
                                        .putRequest(put -> put.item(item))
                                        .build())
                                .toList()))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));

        assertThat(written.consumedCapacity().getFirst().capacityUnits()).isEqualTo(25);
        assertThat(get(items.get(7))).isEqualTo(items.get(7));
        assertThat(queried()).isEqualTo(items);
        assertThat(client.scan(scan -> scan.tableName(TABLE)).items()).containsExactlyInAnyOrderElementsOf(items);
    }

    /// The file is the engine's own: either storage reads what the other has written.
    @Test
    void keepsItemsAsTheEngineKeepsThem() {
        File file = directory.resolve("other.db").toFile();
        Map<String, AttributeValue> remembered = item(ScalarAttributeType.S, 1);
        Map<String, AttributeValue> plain = item(ScalarAttributeType.S, 2);

        with(new RememberingStorage(file), () -> {
            createTable(ScalarAttributeType.S);
            put(remembered);
        });
        with(new SQLiteDBAccess(file), () -> {
            put(plain);
            assertThat(queried()).containsExactly(remembered, plain);
            assertThat(get(remembered)).isEqualTo(remembered);
            assertThat(client.scan(scan -> scan.tableName(TABLE)).items()).containsExactlyInAnyOrder(remembered, plain);
            assertThat(client.describeTable(table -> table.tableName(TABLE)).table())
                    .satisfies(table -> assertThat(table.itemCount()).isEqualTo(2));
        });
        with(new RememberingStorage(file), () -> assertThat(get(plain)).isEqualTo(plain));
    }

    private void with(SQLiteDBAccess storage, Runnable steps) {
        DynamoDbClient served = client;
        LocalDBClient database = new LocalDBClient(storage, DynamoDbEngine.jobs());
        client = database.dynamoDbClient();
        try {
            steps.run();
        } finally {
            database.shutdown();
            client = served;
        }
    }

    private List<Map<String, AttributeValue>> queried() {
        return client.query(query -> query.tableName(TABLE)
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("p"))))
                .items();
    }

    @Test
    void answersWithTheItemThatWasReplaced() {
        createTable(ScalarAttributeType.S);
        Map<String, AttributeValue> first = item(ScalarAttributeType.S, 1);
        put(first);

        var answer = client.putItem(put -> put.tableName(TABLE)
                .item(Map.of("pk", first.get("pk"), "sk", first.get("sk")))
                .conditionExpression("attribute_exists(pk)")
                .returnValues(ReturnValue.ALL_OLD));

        assertThat(answer.attributes()).isEqualTo(first);
        assertThat(get(first)).doesNotContainKey("text");
    }

    @Test
    void takesATableThatIsMadeAgainAsItIsThen() {
        createTable(ScalarAttributeType.S);
        put(item(ScalarAttributeType.S, 1));
        client.deleteTable(table -> table.tableName(TABLE));
        assertThatThrownBy(() -> put(item(ScalarAttributeType.S, 1))).isInstanceOf(ResourceNotFoundException.class);

        createTable(ScalarAttributeType.N);
        put(item(ScalarAttributeType.N, 1));
        assertThat(get(item(ScalarAttributeType.N, 1))).isEqualTo(item(ScalarAttributeType.N, 1));
        assertThatThrownBy(() -> put(item(ScalarAttributeType.S, 1))).hasMessageContaining("Type mismatch for key");
    }

    @Test
    void writesIntoAStreamThatIsOpenedLater() {
        createTable(ScalarAttributeType.S);
        put(item(ScalarAttributeType.S, 1));
        client.updateTable(table -> table.tableName(TABLE)
                .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY)));

        assertThat(client.describeTable(table -> table.tableName(TABLE)).table().latestStreamArn())
                .isNotBlank();
        put(item(ScalarAttributeType.S, 2));
        assertThat(get(item(ScalarAttributeType.S, 2))).isNotEmpty();
    }

    /// What is written beside a transaction that is taken back must stay: both go through one connection.
    @Test
    void keepsWritesApartFromTransactionsThatAreTakenBack() throws Exception {
        createTable(ScalarAttributeType.S);
        put(item(ScalarAttributeType.S, 0));
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = beside.submit(() ->
                    IntStream.range(1_000, 1_200).forEach(number -> put(item(ScalarAttributeType.S, number))));
            for (int number = 1; number <= 50; number++) {
                Map<String, AttributeValue> item = item(ScalarAttributeType.S, number);
                assertThatThrownBy(() -> client.transactWriteItems(
                                transaction -> transaction.transactItems(putting(item, false), refused())))
                        .isInstanceOf(TransactionCanceledException.class);
                assertThat(get(item)).isEmpty();
            }
            writing.get();
        }
        client.transactWriteItems(
                transaction -> transaction.transactItems(putting(item(ScalarAttributeType.S, 1), true)));
        assertThat(queried()).hasSize(202);
    }

    private static TransactWriteItem putting(Map<String, AttributeValue> item, boolean isNew) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(TABLE).item(item).conditionExpression(isNew ? "attribute_not_exists(pk)" : null))
                .build();
    }

    private static TransactWriteItem refused() {
        return putting(item(ScalarAttributeType.S, 0), true);
    }
}
