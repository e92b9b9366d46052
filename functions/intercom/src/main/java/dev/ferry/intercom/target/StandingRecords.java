package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.load.TargetReader.ExistingRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.intercom.client.IntercomClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// Contacts and companies that the workspace had before Ferry came.
///
/// Contacts are searched by e-mail, 15 a call. Companies cannot be searched: all that have contacts are read once,
/// and told by the domain in `company_id` or in the website.
///
/// *Heap*: one entry for each company of the workspace.
final class StandingRecords {
    private static final String EMAIL = "email";

    private final IntercomClient client;
    private final ContactForm contacts;
    private final ReadByIds companies;
    private final Set<String> companyFields;
    private final ConversationForm conversations;
    private final Map<String, JsonNode> byDomain = new HashMap<>();
    private boolean companiesRead;

    /// @param companyFields the fields of a company that the mapping fills
    StandingRecords(
            IntercomClient client,
            ContactForm contacts,
            ReadByIds companies,
            Set<String> companyFields,
            ConversationForm conversations) {
        this.client = client;
        this.contacts = contacts;
        this.companies = companies;
        this.companyFields = Set.copyOf(companyFields);
        this.conversations = conversations;
    }

    Map<CanonicalId, List<ExistingRecord>> matching(
            ObjectName object, List<String> on, Map<CanonicalId, SortedMap<String, FieldValue>> records) {
        Map<CanonicalId, List<ExistingRecord>> found = new HashMap<>();
        if (object.equals(ContactWriter.OBJECT) && on.contains(EMAIL)) {
            contacts(records, found);
        } else if (object.equals(CompanyWriter.OBJECT)) {
            records.forEach((key, fields) -> company(fields)
                    .ifPresent(there ->
                            found.computeIfAbsent(key, _ -> new ArrayList<>()).add(existing(there))));
        }
        return found;
    }

    private void contacts(
            Map<CanonicalId, SortedMap<String, FieldValue>> records, Map<CanonicalId, List<ExistingRecord>> found) {
        Map<String, Set<CanonicalId>> wanted = new HashMap<>();
        Set<String> ours = new HashSet<>();
        records.forEach((key, fields) -> {
            StagedFields staged = new StagedFields(fields);
            ours.add(staged.text("external_id"));
            if (staged.has(EMAIL)) {
                wanted.computeIfAbsent(folded(staged.text(EMAIL)), _ -> new LinkedHashSet<>())
                        .add(key);
            }
        });
        for (JsonNode contact : client.contacts().having(EMAIL, wanted.keySet())) {
            boolean foreign = !ours.contains(contact.path("external_id").asText(""));
            if (foreign && contact.path("role").asText().equals("user")) {
                wanted.getOrDefault(folded(contact.path(EMAIL).asText("")), Set.of())
                        .forEach(key -> found.computeIfAbsent(key, _ -> new ArrayList<>())
                                .add(existingContact(contact)));
            }
        }
    }

    Map<CanonicalId, ExistingRecord> standing(ObjectName object, Map<CanonicalId, String> ids) {
        Map<CanonicalId, ExistingRecord> found = new HashMap<>();
        if (object.equals(ContactWriter.OBJECT)) {
            Map<String, JsonNode> there = byId(client.contacts().having("id", ids.values()));
            ids.forEach((key, id) ->
                    Optional.ofNullable(there.get(id)).ifPresent(contact -> found.put(key, existingContact(contact))));
        } else if (object.equals(CompanyWriter.OBJECT)) {
            ids.forEach(
                    (key, id) -> client.companies().find(id).ifPresent(company -> found.put(key, existing(company))));
        } else if (object.equals(ConversationWriter.OBJECT)) {
            Map<String, JsonNode> there = byId(client.conversations().withIds(ids.values()));
            ids.forEach((key, id) -> Optional.ofNullable(there.get(id))
                    .or(() -> client.conversations().find(id))
                    .ifPresent(answer ->
                            found.put(key, new ExistingRecord(id, conversations.of(answer), new TreeSet<>()))));
        }
        return found;
    }

    private static Map<String, JsonNode> byId(Collection<JsonNode> answers) {
        Map<String, JsonNode> byId = new HashMap<>();
        answers.forEach(answer -> byId.put(answer.path("id").asText(), answer));
        return byId;
    }

    private synchronized Optional<JsonNode> company(SortedMap<String, FieldValue> fields) {
        if (!companiesRead) {
            client.companies().all().forEach(company -> {
                byDomain.putIfAbsent(folded(company.path("company_id").asText("")), company);
                byDomain.putIfAbsent(domain(company.path("website").asText("")), company);
            });
            companiesRead = true;
        }
        String key = new StagedFields(fields).text("company_id");
        return key.isEmpty() ? Optional.empty() : Optional.ofNullable(byDomain.get(folded(key)));
    }

    /// `https://www.Acme.com/about` becomes `acme.com`.
    static String domain(String website) {
        return folded(website)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("[/:?#].*$", "");
    }

    private ExistingRecord existingContact(JsonNode contact) {
        SortedMap<String, FieldValue> fields = contacts.of(contact);
        SortedSet<String> fillable = new TreeSet<>(contacts.mapped().keySet());
        fillable.removeAll(fields.keySet());
        fillable.removeAll(List.of("role", "external_id"));
        return new ExistingRecord(contact.path("id").asText(), fields, fillable);
    }

    private ExistingRecord existing(JsonNode company) {
        SortedMap<String, FieldValue> fields = companies.form().apply(company);
        SortedSet<String> fillable = new TreeSet<>(companyFields);
        fillable.removeAll(fields.keySet());
        fillable.remove("company_id");
        return new ExistingRecord(company.path("id").asText(), fields, fillable);
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
