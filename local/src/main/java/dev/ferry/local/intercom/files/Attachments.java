package dev.ferry.local.intercom.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.workspace.MessageRules;
import dev.ferry.local.intercom.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// The attachments of a request: taken in before it is known whether the message will be accepted.
///
/// *Shape* in a document: `[{"name":"..","content_type":"..","filesize":1,"width":1,"height":1,"file":"<hash>"}]`.
public final class Attachments {
    private final Workspace workspace;
    private final FileStore files;
    private final UrlFetch fetch;

    public Attachments(Workspace workspace, FileStore files, UrlFetch fetch) {
        this.workspace = workspace;
        this.files = files;
        this.fetch = fetch;
    }

    /// The attachments of a reply; files win over addresses. *Errors*: 400 for too many or unreadable ones, 413 for
    /// one that is too large.
    public ArrayNode ofReply(Fields fields) {
        Optional<ArrayNode> sent = fields.list("attachment_files");
        return sent.isPresent() ? decoded(sent.get()) : ofUrls(fields);
    }

    /// The attachments of a conversation's first message, which can only be addresses.
    public ArrayNode ofUrls(Fields fields) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        ArrayNode urls = fields.list("attachment_urls").orElse(JsonNodeFactory.instance.arrayNode());
        refuseTooMany(urls);
        for (JsonNode url : urls) {
            UrlFetch.Fetched fetched = fetch.get(url.asText(), rules());
            all.add(kept(fetched.name(), fetched.contentType(), fetched.bytes()));
        }
        return all;
    }

    private ArrayNode decoded(ArrayNode sent) {
        refuseTooMany(sent);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (JsonNode file : sent) {
            if (!(file instanceof ObjectNode object)) {
                throw ApiException.invalid("attachment_files must be an array of objects");
            }
            Fields fields = new Fields(object);
            byte[] bytes = bytes(fields.requiredText("data"));
            all.add(kept(fields.requiredText("name"), fields.requiredText("content_type"), bytes));
        }
        return all;
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("attachment_files data is not base64");
        }
    }

    private ObjectNode kept(String name, String contentType, byte[] bytes) {
        if (bytes.length > rules().maxFileBytes()) {
            throw new ApiException(413, "request_entity_too_large", "The attachment is too large");
        }
        ObjectNode kept =
                JsonNodeFactory.instance.objectNode().put("name", name).put("content_type", contentType);
        kept.put("filesize", bytes.length);
        if (contentType.startsWith("image/")) {
            measure(kept, bytes);
        }
        return kept.put("file", files.keep(bytes));
    }

    private static void measure(ObjectNode kept, byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (readers.hasNext()) {
                ImageReader reader = readers.next();
                reader.setInput(in);
                kept.put("width", reader.getWidth(0)).put("height", reader.getHeight(0));
                reader.dispose();
            }
        } catch (IOException e) {
            // Not an image after all: it has no size then.
            kept.remove("width");
        }
    }

    private void refuseTooMany(ArrayNode sent) {
        if (sent.size() > rules().maxAttachments()) {
            throw ApiException.invalid("A message has at most %d attachments".formatted(rules().maxAttachments()));
        }
    }

    private MessageRules rules() {
        return workspace.knobs().messages();
    }

    /// What a client sees of the attachments of a message.
    public ArrayNode shown(JsonNode stored) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        stored.forEach(one -> {
            ObjectNode shown = all.addObject().put("type", "upload");
            shown.set("name", one.path("name"));
            shown.put(
                    "url",
                    files.address(one.path("file").asText(), one.path("name").asText()));
            shown.set("content_type", one.path("content_type"));
            shown.set("filesize", one.path("filesize"));
            if (one.has("width")) {
                shown.set("width", one.path("width"));
                shown.set("height", one.path("height"));
            }
        });
        return all;
    }
}
