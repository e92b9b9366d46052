package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Files, notes and their links. A version makes its document; a note is a document; a link is made once.
final class ContentRules {
    private static final int PREVIEW = 255;

    private ContentRules() {}

    /// Versions of files.
    static final class Version implements ObjectRules {
        @Override
        public void beforeInsert(Draft draft, DmlContext context) {
            byte[] body = draft.body();
            if (body == null || body.length == 0) {
                throw RefusedRow.of("FIELD_INTEGRITY_EXCEPTION", "Version Data: the file is empty", "VersionData");
            }
            String path = draft.text("PathOnClient");
            if (path == null && draft.get("Title") == null) {
                throw RefusedRow.of(
                        "REQUIRED_FIELD_MISSING", "Required fields are missing: [PathOnClient]", "PathOnClient");
            }
            String name = path == null ? String.valueOf(draft.get("Title")) : path;
            int dot = name.lastIndexOf('.');
            String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
            if (draft.get("Title") == null) {
                draft.set("Title", dot < 0 ? name : name.substring(0, dot));
            }
            draft.set("FileExtension", extension);
            draft.set("FileType", extension.isEmpty() ? "UNKNOWN" : extension.toUpperCase(Locale.ROOT));
            describe(draft, body);
            String document = draft.text("ContentDocumentId");
            draft.set("VersionNumber", document == null ? "1" : supersede(draft.type(), document, context));
            draft.set("IsLatest", true);
        }

        private static String supersede(SObjectType type, String document, DmlContext context) {
            List<Row> versions = context.tx().table(type).findLive(type.require("ContentDocumentId"), document);
            for (Row row : versions) {
                Draft old = new Draft(type, row);
                old.set("IsLatest", false);
                context.tx().put(type, old.row(row.id()));
            }
            return String.valueOf(versions.size() + 1);
        }

        @Override
        public void afterInsert(Row row, Draft draft, DmlContext context) {
            byte[] body = draft.body();
            if (body != null) {
                Bodies.write(context.store().file(row.id()), body);
            }
            String document = draft.text("ContentDocumentId");
            if (document == null) {
                document = Document.create(draft, row.id(), context);
                Draft linked = new Draft(draft.type(), row);
                linked.set("ContentDocumentId", document);
                context.tx().put(draft.type(), linked.row(row.id()));
            } else {
                SObjectType documents = context.schema().require("ContentDocument");
                Draft changed = new Draft(documents, context.tx().live(document).orElseThrow());
                changed.set("LatestPublishedVersionId", row.id());
                changed.set("ContentSize", draft.get("ContentSize"));
                context.tx().put(documents, changed.row(document));
            }
            String location = draft.text("FirstPublishLocationId");
            if (location != null) {
                Link.create(document, location, context);
            }
        }
    }

    /// Documents, which come with a version or a note.
    static final class Document implements ObjectRules {
        static String create(Draft source, String versionId, DmlContext context) {
            SObjectType type = context.schema().require("ContentDocument");
            Draft document = new Draft(type, null);
            for (String field : List.of(
                    "Title",
                    "FileType",
                    "FileExtension",
                    "ContentSize",
                    "OwnerId",
                    "CreatedDate",
                    "CreatedById",
                    "LastModifiedDate",
                    "LastModifiedById")) {
                document.set(field, source.get(field));
            }
            document.set("LatestPublishedVersionId", versionId.isEmpty() ? null : versionId);
            Stamps.onInsert(document, context);
            return context.tx()
                    .put(type, document.row(context.tx().nextId(type)))
                    .id();
        }

        @Override
        public void beforeInsert(Draft draft, DmlContext context) {
            throw RefusedRow.of("INVALID_TYPE", "entity type ContentDocument does not support create");
        }

        @Override
        public void afterDelete(Row row, DmlContext context) {
            twin(context.schema().require("ContentNote"), row, context);
        }
    }

    /// Notes, whose record is a document with the same id.
    static final class Note implements ObjectRules {
        @Override
        public void beforeInsert(Draft draft, DmlContext context) {
            byte[] body = draft.body() == null ? new byte[0] : draft.body();
            draft.set("FileType", "SNOTE");
            draft.set("FileExtension", "snote");
            describe(draft, body);
            String text = new String(body, StandardCharsets.UTF_8)
                    .replaceAll("<[^>]*>", " ")
                    .strip();
            draft.set("TextPreview", text.length() > PREVIEW ? text.substring(0, PREVIEW) : text);
        }

        @Override
        public void afterInsert(Row row, Draft draft, DmlContext context) {
            byte[] body = draft.body();
            Bodies.write(context.store().file(row.id()), body == null ? new byte[0] : body);
        }

        @Override
        public void afterDelete(Row row, DmlContext context) {
            twin(context.schema().require("ContentDocument"), row, context);
        }
    }

    /// Links of documents to records.
    static final class Link implements ObjectRules {
        static void create(String document, String entity, DmlContext context) {
            SObjectType type = context.schema().require("ContentDocumentLink");
            Draft link = new Draft(type, null);
            link.set("ContentDocumentId", document);
            link.set("LinkedEntityId", entity);
            link.set("ShareType", "I");
            link.set("Visibility", "AllUsers");
            Stamps.onInsert(link, context);
            context.tx().put(type, link.row(context.tx().nextId(type)));
        }

        @Override
        public void beforeInsert(Draft draft, DmlContext context) {
            String entity = draft.text("LinkedEntityId");
            boolean linked = entity != null
                    && context
                            .tx()
                            .table(draft.type())
                            .findLive(draft.type().require("LinkedEntityId"), entity)
                            .stream()
                            .anyMatch(row -> draft.get("ContentDocumentId") instanceof String document
                                    && document.equals(row.value(draft.type().require("ContentDocumentId"))));
            if (linked) {
                throw RefusedRow.of(
                        "DUPLICATE_VALUE", "duplicate value found: the document is already linked with the entity");
            }
            if (draft.get("ShareType") == null) {
                draft.set("ShareType", "V");
            }
        }
    }

    private static void describe(Draft draft, byte[] body) {
        draft.set("ContentSize", body.length);
        draft.type().field("Checksum").ifPresent(field -> draft.set(field, Bodies.md5(body)));
    }

    private static void twin(SObjectType type, Row row, DmlContext context) {
        context.tx()
                .table(type)
                .find(row.id())
                .filter(Row::live)
                .ifPresent(twin -> context.tx().put(type, twin.as(Row.Life.BINNED)));
    }
}
