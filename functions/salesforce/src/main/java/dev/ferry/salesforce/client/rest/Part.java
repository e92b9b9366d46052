package dev.ferry.salesforce.client.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One part of a multipart request: a document or a file. `content` gives exactly `length` bytes and is
/// streamed.
public record Part(String name, @Nullable String fileName, String contentType, long length, Content content) {
    /// Where the bytes come from.
    @FunctionalInterface
    public interface Content {
        /// A fresh stream from the first byte. The client closes it.
        InputStream open() throws IOException;
    }

    /// Refuses a name that would break the part's head, and a length below zero.
    public Part {
        if (!name.matches("\\w+") || length < 0) {
            throw new IllegalArgumentException("Not a part: " + name + " of " + length + " bytes");
        }
    }

    /// A JSON part.
    public static Part json(String name, JsonNode document) {
        var bytes = document.toString().getBytes(StandardCharsets.UTF_8);
        return new Part(name, null, "application/json", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /// A file part.
    public static Part file(String name, String fileName, String contentType, long length, Content content) {
        return new Part(name, fileName, contentType, length, content);
    }

    @Override
    public String toString() {
        return "Part[" + name + " " + length + " bytes]";
    }

    /// The lines before the bytes. Quotes and line ends in a file name are percent-encoded, as browsers do.
    String head(String boundary) {
        var file = fileName == null
                ? ""
                : "; filename=\""
                        + fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A") + "\"";
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file
                + "\r\nContent-Type: " + contentType + "\r\n\r\n";
    }
}
