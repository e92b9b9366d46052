package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.load.TargetReader;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.intercom.client.IntercomClient;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Puts together how each object is read back.
record Readers(IntercomClient client, WorkspaceAttributes attributes, SegmentTags tags) {
    // Ten searches; one list of all.
    private static final int SEARCHED = 150;
    private static final int LISTED = 10_000;

    TargetReader of(MappedFields mapped, PartForm parts, boolean tickets) {
        ContactForm contacts = new ContactForm(mapped.of(ContactWriter.OBJECT));
        ReadByIds companies = companies(mapped);
        StateForm states = new StateForm(tags);
        ConversationForm conversations = conversations(mapped);
        return new IntercomReader(
                Map.of(
                        "Tag", named(TagWriter.OBJECT.value()),
                        "ConversationAttribute", named(AttributeWriter.OBJECT.value()),
                        "Company", companies,
                        "Contact",
                                new ReadByIds(
                                        ContactWriter.OBJECT,
                                        SEARCHED,
                                        ids -> client.contacts().having("id", ids),
                                        client.contacts()::find,
                                        contacts::of,
                                        contacts::comparable),
                        "Conversation",
                                new ReadByIds(
                                        ConversationWriter.OBJECT,
                                        SEARCHED,
                                        client.conversations()::withIds,
                                        client.conversations()::findMade,
                                        conversations::of,
                                        conversations::comparable),
                        "Message", new PartReader(client.conversations(), parts),
                        "ConversationState",
                                new ReadByIds(
                                        StateWriter.OBJECT,
                                        SEARCHED,
                                        client.conversations()::withIds,
                                        client.conversations()::findMade,
                                        states::of,
                                        states::comparable)),
                new StandingRecords(
                        client,
                        contacts,
                        companies,
                        mapped.of(CompanyWriter.OBJECT).keySet(),
                        conversations),
                new CallPlan(parts, tags, tickets),
                new IntercomLimits(parts.limits()));
    }

    ReadByIds companies(MappedFields mapped) {
        var fields = mapped.of(CompanyWriter.OBJECT);
        ContactForm form = new ContactForm(fields);
        return new ReadByIds(
                CompanyWriter.OBJECT,
                LISTED,
                this::companies,
                client.companies()::find,
                company -> form.comparable(Answers.of(CompanyWriter.OBJECT, fields, company)),
                form::comparable);
    }

    ConversationForm conversations(MappedFields mapped) {
        return new ConversationForm(mapped.of(ConversationWriter.OBJECT), new StructuredValues(attributes), attributes);
    }

    // A scroll shows companies that have contacts; the others are read one by one.
    private List<JsonNode> companies(Collection<String> ids) {
        return client.companies()
                .all()
                .filter(company -> ids.contains(company.path("id").asText()))
                .toList();
    }

    // Of tags and attributes the name is compared: Intercom answers little else.
    private ReadByIds named(String object) {
        return new ReadByIds(
                new ObjectName(object),
                LISTED,
                ids -> object.equals(TagWriter.OBJECT.value())
                        ? client.tags().all()
                        : client.attributes().ofConversations(),
                _ -> Optional.empty(),
                answer -> name(answer.path("name").asText()),
                fields -> name(new StagedFields(fields).text("name")));
    }

    private static SortedMap<String, FieldValue> name(String name) {
        SortedMap<String, FieldValue> form = new TreeMap<>();
        form.put("name", new FieldValue.Text(name.toLowerCase(Locale.ROOT)));
        return form;
    }
}
