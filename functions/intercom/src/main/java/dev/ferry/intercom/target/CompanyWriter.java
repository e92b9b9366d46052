package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.load.Chunk;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import dev.ferry.intercom.client.Companies;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes companies. Making one and changing it are the same call, which may be repeated.
///
/// That call would overwrite a company of the same key, and no list shows one without contacts. So it is sent with
/// the key alone, and its answer tells what stands there: one that Ferry did not make gets values in its empty
/// fields alone.
///
/// *Threading*: safe for concurrent use.
final class CompanyWriter {
    static final ObjectName OBJECT = AttributeModel.COMPANY.object();

    // Cannot be changed, so a change does not name it.
    private static final Set<String> KEY = Set.of("company_id");

    private final Companies companies;
    private final Supplier<ContactForm> forms;
    private @Nullable ContactForm form;

    /// @param forms of what stands there
    CompanyWriter(Companies companies, Supplier<ContactForm> forms) {
        this.companies = companies;
        this.forms = forms;
    }

    Outcome write(StagedRecord record, RecordWriter.Group group) {
        if (group.write() == Chunk.Write.INSERT) {
            return insert(record, group);
        }
        String id = record.existing().orElseThrow();
        if (!record.fields().isEmpty()) {
            companies.update(id, Documents.of(OBJECT, record.fields(), KEY));
        }
        return new Outcome.Updated(id);
    }

    private Outcome insert(StagedRecord record, RecordWriter.Group group) {
        return switch (group.known().get(record.key())) {
            case LedgerEntry.Sent sent when sent.targetId() != null -> filled(record, sent.targetId());
            case LedgerEntry.Sent _ -> opened(record, group, true);
            case null, default -> {
                group.ledger().intend(record.key());
                yield opened(record, group, false);
            }
        };
    }

    /// @param begun whether an earlier attempt may have made it
    private Outcome opened(StagedRecord record, RecordWriter.Group group, boolean begun) {
        SortedMap<String, FieldValue> key = new TreeMap<>(record.fields());
        key.keySet().retainAll(KEY);
        JsonNode there = companies.put(Documents.of(OBJECT, key, Set.of()));
        String id = there.path("id").asText();
        if ((isBlank(there) && (begun || isNew(there))) || group.ledger().hasMade(id)) {
            group.ledger().made(record.key(), id);
            return filled(record, id);
        }
        return link(record, there, group);
    }

    private synchronized ContactForm form() {
        ContactForm known = form;
        if (known == null) {
            known = forms.get();
            form = known;
        }
        return known;
    }

    private boolean isBlank(JsonNode company) {
        return KEY.containsAll(standing(form(), company).keySet());
    }

    // A change of one that stands there moves the second.
    private static boolean isNew(JsonNode company) {
        return company.path("created_at").asLong() == company.path("updated_at").asLong();
    }

    private Outcome filled(StagedRecord record, String id) {
        return Attempt.ofRest(id, () -> {
            companies.update(id, Documents.of(OBJECT, record.fields(), KEY));
            return new Outcome.Created(id);
        });
    }

    private static SortedMap<String, FieldValue> standing(ContactForm form, JsonNode company) {
        return form.comparable(Answers.of(OBJECT, form.mapped(), company));
    }

    private Outcome link(StagedRecord record, JsonNode there, RecordWriter.Group group) {
        ContactForm form = form();
        String id = there.path("id").asText();
        List<String> before =
                group.known().get(record.key()) instanceof LedgerEntry.Recognised noted ? noted.filled() : List.of();
        SortedMap<String, FieldValue> standing = standing(form, there);
        SortedMap<String, FieldValue> fill = new TreeMap<>(record.fields());
        fill.keySet().removeIf(name -> KEY.contains(name) || (standing.containsKey(name) && !before.contains(name)));
        Set<String> filled = new TreeSet<>(before);
        filled.addAll(fill.keySet());
        group.ledger().recognise(record.key(), id, List.copyOf(filled));
        if (!fill.isEmpty()) {
            companies.update(id, Documents.of(OBJECT, fill, KEY));
        }
        SortedMap<String, FieldValue> expected = new TreeMap<>(standing);
        expected.putAll(form.comparable(fill));
        return new Outcome.Linked(id, List.copyOf(filled), ContentHash.of(expected));
    }
}
