package dev.ferry.asapp.fileexporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MimeSignatureTest {
    @Test
    void seesTheTypeThatAFileBeginsWith() {
        assertThat(MimeSignature.of(bytes("%PDF-1.7"))).contains("application/pdf");
        assertThat(MimeSignature.of(bytes("\u0089PNG\r\n\u001a\n"))).contains("image/png");
        assertThat(MimeSignature.of(bytes("Transcri"))).isEmpty();
        assertThat(MimeSignature.of(new byte[0])).isEmpty();
    }

    @Test
    void aDeclaredTypeHasToShowItsSignature() {
        assertThat(MimeSignature.fits("application/pdf", "image/png")).isFalse();
        assertThat(MimeSignature.fits("application/pdf", null)).isFalse();
        assertThat(MimeSignature.fits("text/plain", "image/png")).isFalse();
        assertThat(MimeSignature.fits("IMAGE/JPG; name=x", "image/jpeg")).isTrue();
    }

    @Test
    void typesWithoutASignatureAreBelieved() {
        assertThat(MimeSignature.fits("text/csv", null)).isTrue();
        assertThat(MimeSignature.fits("application/octet-stream", "image/png")).isTrue();
        assertThat(MimeSignature.fits(null, "image/png")).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
