package dev.ferry.asapp.client.content;

import dev.ferry.asapp.client.RawRow;
import java.util.List;

/// Canned responses and the folders that they lie in, from all pages together.
public record CannedResponses(List<Response> responses, List<Folder> folders) {
    /// Copies the lists.
    public CannedResponses {
        responses = List.copyOf(responses);
        folders = List.copyOf(folders);
    }

    /// A response; `folderId` is empty for one in no folder.
    public record Response(String id, String folderId, RawRow row) {}

    /// A folder; `parentId` is empty for one at the top.
    public record Folder(String id, String parentId, String name) {}
}
