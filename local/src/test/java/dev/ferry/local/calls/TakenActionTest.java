package dev.ferry.local.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

class TakenActionTest {
    @Test
    void callsActionsLikePoliciesDo() {
        assertThat(TakenAction.of(
                        "f",
                        "S3",
                        "UploadPart",
                        UploadPartRequest.builder().bucket("work").build()))
                .containsExactly(new TakenAction("f", "s3:PutObject", "work"));
        assertThat(TakenAction.of(
                        "f",
                        "SFN",
                        "SendTaskSuccess",
                        SendTaskSuccessRequest.builder().build()))
                .containsExactly(new TakenAction("f", "states:SendTaskSuccess", "-"));
    }

    @Test
    void namesEveryTableOfABatch() {
        BatchWriteItemRequest request = BatchWriteItemRequest.builder()
                .requestItems(Map.of("staging", List.of(WriteRequest.builder().build())))
                .build();
        assertThat(TakenAction.of("f", "DynamoDB", "BatchWriteItem", request))
                .containsExactly(new TakenAction("f", "dynamodb:BatchWriteItem", "staging"));
    }

    @Test
    void namesQueuesWithoutTheirAddress() {
        SendMessageRequest request = SendMessageRequest.builder()
                .queueUrl("http://127.0.0.1:9324/000000000000/pages")
                .build();
        assertThat(TakenAction.of("f", "Sqs", "SendMessage", request))
                .containsExactly(new TakenAction("f", "sqs:SendMessage", "pages"));
    }
}
