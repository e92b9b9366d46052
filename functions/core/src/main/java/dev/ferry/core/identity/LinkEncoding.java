package dev.ferry.core.identity;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A chunk of links as bytes and back: gzipped JSON, since links of one file repeat themselves.
public final class LinkEncoding {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private LinkEncoding() {}

    /// The chunk as bytes.
    public static byte[] encode(LinkChunk chunk) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out);
                JsonGenerator json = MAPPER.createGenerator(gzip)) {
            new LinkWriter(json).write(chunk);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.INTERNAL, "cannot encode the links of " + chunk.file(), e);
        }
        return out.toByteArray();
    }

    /// The chunk from its bytes.
    public static LinkChunk decode(byte[] bytes) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return MAPPER.readValue(gzip, LinkChunk.class);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.INTERNAL, "a stored chunk of links cannot be read", e);
        }
    }
}
