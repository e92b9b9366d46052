package dev.ferry.cli.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Customers, organisations and agents from either side, in one form.
final class PeopleView {
    private static final String NO_NAME = "Unknown";
    private static final String NONE = "";

    private PeopleView() {}

    /// What identifies a customer: the address, else an external id, else a customer id.
    static String keyOf(@Nullable String email, List<String> externalIds, List<String> customerIds) {
        return email != null ? email : externalIds.isEmpty() ? customerIds.getFirst() : externalIds.getFirst();
    }

    /// The same of a Contact.
    static String keyOf(JsonNode contact) {
        return keyOf(
                JsonFile.text(contact, "Email"),
                Org.list(contact, "External_User_Id__c"),
                Org.list(contact, "ASAPP_Customer_Ids__c"));
    }

    /// The same of how the truth refers to a customer: `email:`, `ext:` or `cid:` and the key.
    static String keyOfRef(String ref) {
        return ref.substring(ref.indexOf(':') + 1);
    }

    /// How the truth refers to an agent: the rep id, or the client's id of an agent without one.
    static String ref(JsonNode agent) {
        return JsonFile.required(agent, "ref");
    }

    /// Customers of the truth by key.
    static Map<String, Map<String, String>> expectedCustomers(List<JsonNode> customers) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (JsonNode customer : customers) {
            List<String> external = JsonFile.texts(customer.path("externalUserIds"));
            List<String> ids = JsonFile.texts(customer.path("customerIds"));
            List<String> seen = JsonFile.texts(customer.path("emailsSeen"));
            all.put(
                    keyOf(JsonFile.text(customer, "email"), external, ids),
                    fields(
                            "email", JsonFile.text(customer, "email"),
                            "name", nameOf(customer),
                            "phone", JsonFile.text(customer, "phone"),
                            "externalIds", external.toString(),
                            "customerIds", ids.toString(),
                            "spellings", seen.toString(),
                            "account", accountOf(customer)));
        }
        return all;
    }

    /// The Contacts of an org by the same key.
    static Map<String, Map<String, String>> customers(Org org) {
        Map<String, JsonNode> accounts = org.byId("Account");
        return org.all("Contact").stream()
                .collect(Collectors.toMap(
                        PeopleView::keyOf,
                        contact -> fields(
                                "email", JsonFile.text(contact, "Email"),
                                "name", JsonFile.text(contact, "Name"),
                                "phone", JsonFile.text(contact, "Phone"),
                                "externalIds",
                                        Org.list(contact, "External_User_Id__c").toString(),
                                "customerIds",
                                        Org.list(contact, "ASAPP_Customer_Ids__c")
                                                .toString(),
                                "spellings", Org.list(contact, "Emails_Seen__c").toString(),
                                "account", accountOf(accounts, contact)),
                        (a, b) -> {
                            throw new AssertionError("two Contacts for one customer: " + a + ", " + b);
                        },
                        TreeMap::new));
    }

    /// An agent of the truth.
    ///
    /// @param crosswalkName for agents whom no feed names
    static Map<String, String> expectedAgent(JsonNode agent, @Nullable String crosswalkName) {
        String name = Stream.of("givenName", "familyName")
                .map(part -> JsonFile.text(agent, part))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return fields(
                "crmRepId", JsonFile.text(agent, "crmRepId"),
                "externalId", JsonFile.text(agent, "externalAgentId"),
                "name", name.isEmpty() ? crosswalkName : name,
                "email", JsonFile.text(agent, "email"),
                "supervisor", JsonFile.text(agent, "superior"),
                "disabled", JsonFile.text(agent, "disabledAt"),
                "attributes", new TreeMap<>(attributes(agent.path("attributes"))).toString());
    }

    /// A row of agent statistics.
    static Map<String, String> agent(JsonNode row) {
        return fields(
                "crmRepId", JsonFile.text(row, "CRM_Rep_Id__c"),
                "externalId", JsonFile.text(row, "External_Agent_Id__c"),
                "name", JsonFile.text(row, "Agent_Name__c"),
                "email", JsonFile.text(row, "Agent_Email__c"),
                "supervisor", CaseView.rep(row, "Supervisor_Rep_Id__c"),
                "disabled", Org.moment(row, "Disabled_At__c"),
                "attributes",
                        attributes(JsonFile.parse(JsonFile.text(row, "Attributes__c")))
                                .toString());
    }

    // Who is neither in the crosswalk nor has an address is named by nothing but the Conversations API, which is asked
    // for texts only: a name would cost a request for each customer.
    private static String nameOf(JsonNode customer) {
        boolean shown = customer.path("inCrosswalk").asBoolean() || JsonFile.text(customer, "email") != null;
        String name = shown ? JsonFile.text(customer, "name") : null;
        return name == null ? NO_NAME : name;
    }

    private static String accountOf(JsonNode customer) {
        return switch (JsonFile.required(customer, "organizationHandling")) {
            case "organization" -> JsonFile.required(customer, "domain");
            case "freemail" -> "Individuals";
            default -> "Unknown organization";
        };
    }

    private static String accountOf(Map<String, JsonNode> accounts, JsonNode contact) {
        JsonNode account = Objects.requireNonNull(accounts.get(JsonFile.required(contact, "AccountId")));
        String domain = JsonFile.text(account, "Email_Domain__c");
        return domain == null ? JsonFile.required(account, "Name").replaceFirst(" \\d+$", "") : domain;
    }

    private static Map<String, String> attributes(JsonNode attributes) {
        Map<String, String> all = new TreeMap<>();
        attributes
                .properties()
                .forEach(one -> all.put(one.getKey(), one.getValue().asText()));
        return all;
    }

    private static Map<String, String> fields(@Nullable String... namesAndValues) {
        Map<String, String> fields = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(
                    Objects.requireNonNull(namesAndValues[i]), Objects.requireNonNullElse(namesAndValues[i + 1], NONE));
        }
        return fields;
    }
}
