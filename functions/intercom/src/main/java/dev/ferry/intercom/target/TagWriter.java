package dev.ferry.intercom.target;

import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import dev.ferry.intercom.client.Tags;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Makes tags, or takes the one of that name. The tags that were there before are listed once.
///
/// *Threading*: safe for concurrent use.
final class TagWriter {
    static final ObjectName OBJECT = new ObjectName("Tag");

    private final Tags tags;
    private final Set<String> before = new HashSet<>();
    private boolean listed;

    TagWriter(Tags tags) {
        this.tags = tags;
    }

    private synchronized boolean wasThere(String name) {
        if (!listed) {
            tags.all().forEach(tag -> before.add(folded(tag.path("name").asText())));
            listed = true;
        }
        return before.contains(folded(name));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    Outcome write(StagedRecord record, RecordWriter.Group group) {
        String name = new StagedFields(record.fields()).text("name");
        boolean untouched = group.progress(record) instanceof WriteLedger.Progress.Untouched;
        boolean foreign = untouched && wasThere(name);
        if (untouched && !foreign) {
            group.ledger().intend(record.key());
        }
        String id = tags.create(name).path("id").asText();
        return foreign ? new Outcome.Unchanged(id) : new Outcome.Created(id);
    }
}
