package dev.ferry.local.stepfunctions;

import java.time.Instant;
import java.util.List;

/// S3 as Map states read and write it.
///
/// *Errors*: [Refused] with the service's code. *Threading*: implementations are safe for concurrent use.
public interface ObjectStore {

    /// The object's bytes.
    byte[] get(String bucket, String key) throws Refused;

    /// Writes an object.
    void put(String bucket, String key, byte[] body) throws Refused;

    /// All objects whose key begins with the prefix, in the order of their keys.
    List<Stored> list(String bucket, String prefix) throws Refused;

    /// One object of a listing. *Units*: bytes.
    record Stored(String key, String etag, long size, Instant lastModified, String storageClass) {}

    /// S3 said no. The code is the service's, for example `NoSuchKey`.
    final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;

        /// Refused with the service's code and message.
        public Refused(String code, String message) {
            super(message);
            this.code = code;
        }

        /// The service's error code.
        public String code() {
            return code;
        }
    }
}
