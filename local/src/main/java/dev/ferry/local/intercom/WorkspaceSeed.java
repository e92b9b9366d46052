package dev.ferry.local.intercom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.people.Admins;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.tickets.TicketTypes;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.List;

/// What a workspace has before anything happened: its people, one team, one segment and one type of tickets.
record WorkspaceSeed(Workspace workspace, DocumentStore store, List<AdminDefinition> admins) {
    private static final String TEAM = "5017691";

    /// Plants it where there is nothing yet.
    void plant() {
        store.write(edit -> {
            if (edit.all(Kind.ADMIN).isEmpty()) {
                ArrayNode members = JsonNodeFactory.instance.arrayNode();
                for (int i = 0; i < admins.size(); i++) {
                    long id = Admins.FIRST + i;
                    edit.put(Kind.ADMIN, Long.toString(id), admin(id, admins.get(i)));
                    members.add(id);
                }
                edit.put(Kind.TEAM, TEAM, team(members));
                segment(edit);
                new TicketTypes(workspace).create(edit, "Support request", "Customer");
            }
            return edit;
        });
    }

    private ObjectNode admin(long id, AdminDefinition definition) {
        ObjectNode admin = JsonNodeFactory.instance.objectNode().put("type", "admin");
        admin.put("id", Long.toString(id)).put("email", definition.email()).put("name", definition.name());
        admin.put("away_mode_enabled", false).put("away_mode_reassign", false);
        admin.put("has_inbox_seat", definition.inboxSeat());
        admin.putArray("team_ids").add(Long.parseLong(TEAM));
        return admin;
    }

    private static ObjectNode team(ArrayNode members) {
        ObjectNode team = JsonNodeFactory.instance.objectNode().put("type", "team");
        team.put("id", TEAM).put("name", "Support").set("admin_ids", members);
        return team;
    }

    private void segment(Edit edit) {
        String id = edit.nextHexId(workspace.seconds());
        ObjectNode segment = JsonNodeFactory.instance.objectNode().put("type", "segment");
        segment.put("id", id).put("name", "Active").put("person_type", "user");
        segment.put("created_at", workspace.seconds()).put("updated_at", workspace.seconds());
        edit.put(Kind.SEGMENT, id, segment);
    }
}
