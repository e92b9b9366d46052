package dev.ferry.intercom.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.AttachmentStore;
import dev.ferry.core.staging.BodyHash;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/// The bytes of a file as a reply carries them.
///
/// *Heap*: the file and its encoding, four thirds as long.
record FileContent(AttachmentStore store) {

    String base64(MessageFile file) {
        try (InputStream bytes = store.open(new BodyHash(file.sha256()))
                .orElseThrow(() -> new FerryException(
                        ErrorCode.SOURCE_UNREADABLE,
                        "the store of attachments has no bytes under " + file.sha256()
                                + ", which the extraction put there"))) {
            return Base64.getEncoder().encodeToString(bytes.readAllBytes());
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not read the attachment " + file.sha256(), e);
        }
    }
}
