package dev.ferry.handlers.extract;

import dev.ferry.core.staging.SourceObject;

/// One file of a channel as it stands in the manifest: an item of the Distributed Map.
///
/// *Shape*: `{"channel","key","size","etag"}`.
public record ChannelFile(Channel channel, String key, long size, String etag) {

    static ChannelFile of(Channel channel, SourceObject object) {
        return new ChannelFile(channel, object.key(), object.size(), object.etag());
    }

    FileItem item() {
        return new FileItem(key, size, etag);
    }
}
