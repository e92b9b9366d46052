package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.load.Chunk;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import dev.ferry.intercom.client.Contacts;
import dev.ferry.intercom.client.IntercomException;
import dev.ferry.intercom.client.Said;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Writes contacts and attaches them to their companies.
///
/// A contact is made without looking for it first: one that is there refuses it and says its id. One that Ferry
/// made is taken for made; any other stood there before and gets values in its empty fields alone. One in the
/// archive is taken out of it.
final class ContactWriter {
    static final ObjectName OBJECT = AttributeModel.CONTACT.object();
    static final String COMPANY = "company";
    /// Stands among the fields that Ferry filled in a contact which it took out of the archive.
    static final String ARCHIVED = "archived";

    private static final Set<String> APART = Set.of(COMPANY);
    private static final Set<String> NEVER_FILLED = Set.of("role", "external_id", COMPANY);

    private final Contacts contacts;
    private final Supplier<ContactForm> forms;

    /// @param forms asked for the form of what was there, only when something was
    ContactWriter(Contacts contacts, Supplier<ContactForm> forms) {
        this.contacts = contacts;
        this.forms = forms;
    }

    Outcome write(StagedRecord record, RecordWriter.Group group) {
        if (group.write() == Chunk.Write.INSERT && record.existing().isEmpty()) {
            return insert(record, group);
        }
        String id = record.existing().orElseThrow();
        contacts.update(id, Documents.of(OBJECT, record.fields(), APART));
        return attached(id, record.fields(), new Outcome.Updated(id));
    }

    private Outcome insert(StagedRecord record, RecordWriter.Group group) {
        try {
            JsonNode made = contacts.create(Documents.of(OBJECT, record.fields(), APART));
            String id = made.path("id").asText();
            return attached(id, record.fields(), new Outcome.Created(id));
        } catch (IntercomException refused) {
            if (refused.said() instanceof Said.ContactExists(String id, boolean archived)) {
                return twin(record, id, archived, group);
            }
            throw refused;
        }
    }

    private Outcome twin(StagedRecord record, String id, boolean archived, RecordWriter.Group group) {
        List<String> before = filledBefore(record, group);
        boolean wasArchived = archived || before.contains(ARCHIVED);
        if (archived) {
            // What a rollback has to undo is known before it is done, and what an earlier attempt did is not forgotten.
            if (wasArchived && !before.contains(ARCHIVED)) {
                group.ledger().recognise(record.key(), id, with(before, ARCHIVED));
            }
            contacts.unarchive(id);
        }
        Optional<JsonNode> there = contacts.find(id);
        if (there.isEmpty()) {
            return new Outcome.Failed(
                    "contact_gone",
                    "email",
                    "a contact with its keys is said to exist and cannot be read",
                    "Look for contact " + id + " in Intercom; it may have been merged. Run again.",
                    true);
        }
        boolean ours = there.get()
                .path("external_id")
                .asText("")
                .equals(new StagedFields(record.fields()).text("external_id"));
        if (ours) {
            contacts.update(id, Documents.of(OBJECT, record.fields(), APART));
            return attached(id, record.fields(), new Outcome.Created(id));
        }
        return link(record, there.get(), wasArchived ? with(before, ARCHIVED) : before, group);
    }

    private static List<String> filledBefore(StagedRecord record, RecordWriter.Group group) {
        return group.known().get(record.key()) instanceof LedgerEntry.Recognised noted ? noted.filled() : List.of();
    }

    private static List<String> with(Collection<String> names, String name) {
        Set<String> all = new TreeSet<>(names);
        all.add(name);
        return List.copyOf(all);
    }

    private Outcome link(StagedRecord record, JsonNode there, List<String> before, RecordWriter.Group group) {
        String id = there.path("id").asText();
        ContactForm form = forms.get();
        SortedMap<String, FieldValue> standing = form.of(there);
        SortedMap<String, FieldValue> fill = new TreeMap<>(record.fields());
        fill.keySet()
                .removeIf(
                        name -> (standing.containsKey(name) && !before.contains(name)) || NEVER_FILLED.contains(name));
        Set<String> filled = new TreeSet<>(before);
        filled.addAll(fill.keySet());
        String company = new StagedFields(record.fields()).text(COMPANY);
        boolean attaches = !company.isEmpty() && !standing.containsKey(COMPANY);
        if (attaches) {
            filled.add(COMPANY);
        }
        group.ledger().recognise(record.key(), id, List.copyOf(filled));
        if (!fill.isEmpty()) {
            contacts.update(id, Documents.of(OBJECT, fill, APART));
        }
        SortedMap<String, FieldValue> expected = new TreeMap<>(standing);
        expected.putAll(form.comparable(fill));
        if (attaches) {
            contacts.attach(id, company);
            expected.put(COMPANY, new FieldValue.TargetId(company));
        }
        return new Outcome.Linked(id, List.copyOf(filled), ContentHash.of(expected));
    }

    private Outcome attached(String id, SortedMap<String, FieldValue> fields, Outcome done) {
        String company = new StagedFields(fields).text(COMPANY);
        return company.isEmpty()
                ? done
                : Attempt.ofRest(id, () -> {
                    contacts.attach(id, company);
                    return done;
                });
    }
}
