package dev.ferry.asapp.fileexporter;

import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The attachments that lie in a store, by name; of several objects of one name the one of the latest date.
public final class StoreAttachmentSource implements AttachmentSource {
    private final SourceStore source;
    private final Map<String, String> keys = new HashMap<>();

    /// @param objects the files of the feed of attachments' bytes
    public StoreAttachmentSource(SourceStore source, Collection<SourceObject> objects) {
        this.source = source;
        objects.forEach(object -> keys.merge(
                object.key().substring(object.key().lastIndexOf('/') + 1),
                object.key(),
                (a, b) -> a.compareTo(b) >= 0 ? a : b));
    }

    @Override
    public Optional<InputStream> open(String date, String objectName) {
        return Optional.ofNullable(keys.get(objectName)).map(source::open);
    }
}
