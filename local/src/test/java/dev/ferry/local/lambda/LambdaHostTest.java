package dev.ferry.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ferry.local.lambda.LambdaInvoker.Invocation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LambdaHostTest {

    @Test
    void readsAndWritesRecordsAsLambdaDoes() {
        try (var host = host(function("greet", SampleHandlers.Greet.class))) {
            assertThat(text(host.invoke("greet", bytes("{\"name\":\"Ada\",\"unknown\":1}"))))
                    .isEqualTo("{\"text\":\"Hello Ada\",\"function\":\"greet\",\"memoryMb\":512}");
        }
    }

    @Test
    void handsBytesToStreamHandlers() {
        try (var host = host(function("echo", SampleHandlers.Echo.class))) {
            assertThat(text(host.invoke("echo", bytes("[1,{\"a\":2}]")))).isEqualTo("[1,{\"a\":2}]");
        }
    }

    @Test
    void takesEverySpellingOfTheName() {
        try (var host = host(function("echo", SampleHandlers.Echo.class))) {
            assertThat(List.of(
                            "echo",
                            "echo:live",
                            "000000000000:function:echo",
                            "arn:aws:lambda:us-east-1:000000000000:function:echo",
                            "arn:aws:lambda:us-east-1:000000000000:function:echo:$LATEST"))
                    .allSatisfy(name ->
                            assertThat(text(host.invoke(name, bytes("1")))).isEqualTo("1"));
        }
    }

    @Test
    void answersAnExceptionWithItsClassName() {
        try (var host = host(function("fail", SampleHandlers.Fail.class))) {
            var raised = (Invocation.Raised) host.invoke("fail", bytes("{}"));

            assertThat(raised.errorType()).isEqualTo("java.lang.IllegalStateException");
            assertThat(raised.errorMessage()).isEqualTo("no luck");
            assertThat(new String(raised.payload(), StandardCharsets.UTF_8))
                    .startsWith("{\"errorMessage\":\"no luck\",\"errorType\":\"java.lang.IllegalStateException\"")
                    .contains("\"stackTrace\":[\"dev.ferry.local.lambda.SampleHandlers$Fail.handleRequest(");
        }
    }

    @Test
    void answersAFailingConstructorLikeAFailingHandler() {
        try (var host = host(function("unbuildable", SampleHandlers.Unbuildable.class))) {
            assertThat(host.invoke("unbuildable", bytes("\"x\"")))
                    .isInstanceOfSatisfying(
                            Invocation.Raised.class,
                            raised -> assertThat(raised.errorType())
                                    .isEqualTo("java.lang.UnsupportedOperationException"));
        }
    }

    @Test
    void endsAFunctionThatRunsTooLong() {
        try (var host = host(function("hang", SampleHandlers.Hang.class, OptionalInt.of(1)))) {
            var raised = (Invocation.Raised) host.invoke("hang", bytes("\"x\""));

            assertThat(raised.errorType()).isEqualTo("Sandbox.Timedout");
            assertThat(raised.errorMessage()).isEqualTo("RequestId: request Error: Task timed out after 1.00 seconds");
            // The abandoned environment no longer counts: the next call is not refused.
            assertThat(host.invoke("hang", bytes("\"x\""))).isInstanceOf(Invocation.Raised.class);
        }
    }

    @Test
    void usesAnEnvironmentAgain() {
        try (var host = host(function("identity", SampleHandlers.Identity.class))) {
            assertThat(IntStream.range(0, 5).mapToObj(i -> text(host.invoke("identity", bytes("\"x\"")))))
                    .hasSize(5)
                    .containsOnly(text(host.invoke("identity", bytes("\"x\""))));
        }
    }

    @Test
    void refusesWhatExceedsTheReservedConcurrency() {
        try (var host = host(function("hang", SampleHandlers.Hang.class, OptionalInt.of(2)))) {
            var calls = IntStream.range(0, 5)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> host.invoke("hang", bytes("\"x\"")), Thread.ofVirtual()::start))
                    .toList();

            var refused = new Invocation.Refused("TooManyRequestsException", "Rate Exceeded.", 429);
            assertThat(calls.stream().map(CompletableFuture::join).filter(refused::equals))
                    .hasSize(3);
        }
    }

    @Test
    void refusesFunctionsItDoesNotHave() {
        try (var host = host()) {
            assertThat(host.invoke("nobody", bytes("{}")))
                    .isEqualTo(new Invocation.Refused(
                            "ResourceNotFoundException",
                            "Function not found: arn:aws:lambda:us-east-1:000000000000:function:nobody",
                            404));
        }
    }

    @Test
    void refusesPayloadsThatLambdaWouldNotCarry() {
        try (var host = host(function("echo", SampleHandlers.Echo.class))) {
            var heavy = bytes("\"" + "x".repeat(LambdaHost.SYNCHRONOUS_PAYLOAD_BYTES) + "\"");

            assertThat(host.invoke("echo", heavy)).isInstanceOfSatisfying(Invocation.Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo("RequestTooLargeException");
                assertThat(refused.httpStatus()).isEqualTo(413);
            });
            assertThat(List.of("{", "", "{} {}"))
                    .allSatisfy(payload -> assertThat(host.invoke("echo", bytes(payload)))
                            .isInstanceOfSatisfying(
                                    Invocation.Refused.class,
                                    refused -> assertThat(refused.code()).isEqualTo("InvalidRequestContentException")));
        }
    }

    @Test
    void refusesToReserveMoreThanTheAccountHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> host(function("echo", SampleHandlers.Echo.class, OptionalInt.of(101))))
                .withMessageContaining("101");
    }

    private static LambdaHost host(FunctionDescription... functions) {
        return new LambdaHost(
                new Deployment(List.of(functions)),
                new LambdaHostSettings(
                        100,
                        LambdaHostTest.class.getClassLoader(),
                        FunctionOutput.unattached(),
                        Clock.systemUTC(),
                        () -> "request"));
    }

    private static FunctionDescription function(String name, Class<?> handler) {
        return function(name, handler, OptionalInt.empty());
    }

    private static FunctionDescription function(String name, Class<?> handler, OptionalInt reserved) {
        // Only what hangs needs a short limit; the others must not depend on how busy the machine is.
        var timeout = handler.equals(SampleHandlers.Hang.class) ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
        return new FunctionDescription(
                name,
                handler.getName(),
                "A test function",
                new FunctionDescription.Sizing(512, timeout, reserved),
                Map.of(),
                List.of(),
                List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Invocation invocation) {
        return new String(((Invocation.Returned) invocation).payload(), StandardCharsets.UTF_8);
    }
}
