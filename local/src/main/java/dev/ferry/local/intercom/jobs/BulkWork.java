package dev.ferry.local.intercom.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.companies.Companies;
import dev.ferry.local.intercom.companies.CompanyLinks;
import dev.ferry.local.intercom.companies.CompanyWriting;
import dev.ferry.local.intercom.contacts.ContactWriting;
import dev.ferry.local.intercom.contacts.Contacts;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.people.Admins;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.tags.AppliedTags;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.function.Consumer;

/// Does the items of bulk jobs, each by itself: one that fails is skipped and counted. A job that was cut off goes
/// on behind its last item.
final class BulkWork {
    private final Workspace workspace;
    private final DocumentStore store;

    BulkWork(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
    }

    void run(ObjectNode job) {
        String id = job.path("id").asText();
        int done = job.path("done").asInt();
        int index = 0;
        for (JsonNode task : job.path("tasks")) {
            for (JsonNode item : task.path("items")) {
                if (index++ >= done) {
                    run(id, job.path("kind").asText(), task.path("action").asText(), (ObjectNode) item);
                }
            }
        }
        store.write(edit -> edit.change(Kind.JOB, id).put("over", true));
    }

    private void run(String job, String kind, String action, ObjectNode item) {
        Consumer<Edit> work = edit -> {
            switch (kind + " " + action) {
                case "contacts create" -> create(edit, item);
                case "contacts update" -> update(edit, item);
                case "contacts delete" -> {
                    new Contacts(workspace, edit).known(item.path("id").asText());
                    edit.remove(Kind.CONTACT, item.path("id").asText());
                }
                case "companies upsert" -> new CompanyWriting(workspace, edit).upsert(new Fields(item));
                case "companies delete" -> {
                    new Companies(workspace, edit).require(item.path("id").asText());
                    edit.change(Kind.COMPANY, item.path("id").asText()).put("gone_at", workspace.millis());
                }
                default -> throw new IllegalStateException("A job cannot do " + action);
            }
        };
        try {
            store.write(edit -> {
                work.accept(edit);
                return counted(edit, job, "done");
            });
        } catch (ApiException refused) {
            store.write(edit -> {
                counted(edit, job, "failed");
                return counted(edit, job, "done");
            });
        }
    }

    private static ObjectNode counted(Edit edit, String job, String what) {
        ObjectNode document = edit.change(Kind.JOB, job);
        return document.put(what, document.path(what).asInt() + 1);
    }

    private void create(Edit edit, ObjectNode item) {
        ObjectNode contact = new ContactWriting(workspace, edit).create(new Fields(ContactWriting.known(item)));
        link(edit, contact.path("id").asText(), item);
    }

    private void update(Edit edit, ObjectNode item) {
        String id = item.path("id").asText();
        new ContactWriting(workspace, edit).update(id, new Fields(ContactWriting.known(item)));
        link(edit, id, item);
    }

    private void link(Edit edit, String contact, ObjectNode item) {
        for (JsonNode wanted : item.path("companies")) {
            ObjectNode fields = wanted.deepCopy();
            fields.remove("remove");
            String company = new CompanyWriting(workspace, edit)
                    .upsert(new Fields(fields))
                    .path("id")
                    .asText();
            if (wanted.path("remove").asBoolean()) {
                CompanyLinks.detach(edit, contact, company);
            } else {
                CompanyLinks.attach(edit, contact, company);
            }
        }
        AppliedTags tags = new AppliedTags(edit, edit.change(Kind.CONTACT, contact));
        for (JsonNode tag : item.path("tags").path("add")) {
            // Tags that are not there are skipped.
            if (edit.find(Kind.TAG, tag.path("id").asText()).isPresent()) {
                tags.add(tag.path("id").asText(), Admins.BOT, workspace.seconds(), false);
            }
        }
    }
}
