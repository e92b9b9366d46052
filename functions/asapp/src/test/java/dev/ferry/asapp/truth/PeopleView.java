package dev.ferry.asapp.truth;

import static dev.ferry.asapp.truth.Truth.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;

/// Comparison of people, agents and organisations with the truth.
final class PeopleView {
    private PeopleView() {}

    static void assertCustomers(Map<String, JsonNode> records, List<JsonNode> expected) {
        Map<String, JsonNode> customers = byLastPart(records);
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(customers).hasSameSizeAs(expected);
        for (JsonNode wanted : expected) {
            String key = Truth.customerKey(wanted.get("key").asText());
            compare(
                    softly,
                    key,
                    customers.getOrDefault(key, MissingNode.getInstance()),
                    wanted,
                    List.of(
                            "name",
                            "names",
                            "email",
                            "emailsSeen",
                            "phone",
                            "company",
                            "domain",
                            "organizationHandling",
                            "externalUserIds",
                            "customerIds",
                            "anonymous",
                            "inCrosswalk",
                            "crosswalkRows",
                            "conversations"));
        }
        softly.assertAll();
    }

    static void assertAgents(Map<String, JsonNode> records, List<JsonNode> expected) {
        Map<String, JsonNode> agents = byLastPart(records);
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(agents).hasSameSizeAs(expected);
        for (JsonNode wanted : expected) {
            String key = wanted.get("ref").asText().replace("ext:", "ext-");
            JsonNode agent = agents.getOrDefault(key, MissingNode.getInstance());
            compare(
                    softly,
                    key,
                    agent,
                    wanted,
                    List.of(
                            "repId",
                            "crmRepId",
                            "externalAgentId",
                            "email",
                            "emailSource",
                            "inReps",
                            "inCrosswalk",
                            "crosswalkActive",
                            "disabledAt",
                            "attributes",
                            "sharedEmail",
                            "conversations",
                            "lastAgentOf"));
            if (wanted.get("inReps").asBoolean()) {
                // The truth takes names from reps only; the crosswalk names two more agents.
                compare(softly, key, agent, wanted, List.of("givenName", "familyName"));
            }
        }
        softly.assertAll();
    }

    static void assertOrganizations(Map<String, JsonNode> records, List<JsonNode> expected) {
        Map<String, JsonNode> organizations = byLastPart(records);
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode wanted : expected) {
            // People with free mail or without a domain are in parking accounts.
            if ("organization".equals(text(wanted, "handling"))) {
                String domain = wanted.get("domain").asText();
                compare(
                        softly,
                        domain,
                        organizations.getOrDefault(domain, MissingNode.getInstance()),
                        wanted,
                        List.of("name", "nameKnown", "names", "placeholder", "contacts", "conversations", "largest"));
            }
        }
        softly.assertAll();
    }

    private static void compare(
            SoftAssertions softly, String key, JsonNode actual, JsonNode expected, List<String> fields) {
        for (String field : fields) {
            softly.assertThat(Truth.plain(actual.path(field)))
                    .as(key + " " + field)
                    .isEqualTo(Truth.plain(expected.path(field)));
        }
    }

    private static Map<String, JsonNode> byLastPart(Map<String, JsonNode> records) {
        Map<String, JsonNode> byPart = new TreeMap<>();
        records.forEach((id, json) -> byPart.put(id.substring(id.lastIndexOf(':') + 1), json));
        return byPart;
    }
}
