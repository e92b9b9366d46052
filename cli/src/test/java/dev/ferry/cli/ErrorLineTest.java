package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class ErrorLineTest {

    @Test
    void wrongCredentials() {
        AwsServiceException refused = AwsServiceException.builder()
                .statusCode(403)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Sfn")
                        .errorCode("AccessDeniedException")
                        .build())
                .build();
        assertThat(ErrorLine.of(refused))
                .isEqualTo("ferry: access denied, Sfn AccessDeniedException, "
                        + "check the AWS credentials and their permissions");
    }

    @Test
    void noCredentials() {
        assertThat(ErrorLine.of(SdkClientException.create("Unable to load credentials from any of the providers")))
                .contains("no AWS credentials", "set AWS_PROFILE");
    }

    @Test
    void aCloudThatIsGone() {
        SdkClientException failure = SdkClientException.create("Unable to execute", new ConnectException("refused"));
        assertThat(ErrorLine.of(failure)).contains("nothing answers", "start it with `ferry up`");
    }

    @Test
    void aPortInUse() {
        assertThat(ErrorLine.of(new UncheckedIOException(new BindException("Address in use"))))
                .isEqualTo("ferry: port in use, Address in use, choose another with --port-base");
    }

    @Test
    void aFileThatIsMissing() {
        assertThat(ErrorLine.of(new UncheckedIOException(new NoSuchFileException("/x/y"))))
                .isEqualTo("ferry: file not found, /x/y, check the path and the spelling");
    }

    @Test
    void aFailureOfFerryComesWithItsHintOnOneLine() {
        assertThat(ErrorLine.of(new FerryException(ErrorCode.MAPPING, "unknown field\nCase.Subjct")))
                .isEqualTo("ferry: unknown field Case.Subjct. " + ErrorCode.MAPPING.hint());
    }
}
