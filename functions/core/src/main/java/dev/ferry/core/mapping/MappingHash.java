package dev.ferry.core.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.mapping.document.YamlNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hash of what a mapping says, whatever its comments, blanks, quotes and order of keys: what a person
/// confirms.
///
/// *Shape*: 64 lower-case hexadecimal digits, the SHA-256 of the document as JSON with sorted keys.
public record MappingHash(String hex) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /// The hash of a document.
    public static MappingHash of(YamlNode.Mapping document) {
        try {
            String json = JSON.writeValueAsString(document.plain());
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return new MappingHash(HexFormat.of().formatHex(sha.digest(json.getBytes(StandardCharsets.UTF_8))));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new FerryException(ErrorCode.INTERNAL, "the mapping cannot be hashed", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
