package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.target.FieldValue;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The state of conversations in the form in which what was sent and what is read are alike: assignee, tags that
/// Ferry made, and whether it is closed.
///
/// @param tags the tags of segments; others are not Ferry's to compare
record StateForm(SegmentTags tags) {

    SortedMap<String, FieldValue> comparable(SortedMap<String, FieldValue> fields) {
        StagedFields staged = new StagedFields(fields);
        return form(staged.text("assignee"), staged.text("state"), tags.ids(staged.text("tags")));
    }

    SortedMap<String, FieldValue> of(JsonNode conversation) {
        String assignee = conversation.path("admin_assignee_id").asText("");
        List<String> ours = conversation
                .path("tags")
                .path("tags")
                .valueStream()
                .map(tag -> tag.path("id").asText())
                .filter(tags::isOurs)
                .toList();
        return form(
                assignee.equals("0") || assignee.equals("null") ? "" : assignee,
                conversation.path("state").asText("open"),
                ours);
    }

    private static SortedMap<String, FieldValue> form(String assignee, String state, List<String> tags) {
        SortedMap<String, FieldValue> form = new TreeMap<>();
        form.put("assignee", new FieldValue.Text(assignee));
        form.put("state", new FieldValue.Text(state));
        form.put(
                "tags",
                new FieldValue.Text(
                        String.join(" ", tags.stream().distinct().sorted().toList())));
        return form;
    }
}
