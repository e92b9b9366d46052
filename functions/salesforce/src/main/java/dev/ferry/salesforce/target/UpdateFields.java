package dev.ferry.salesforce.target;

import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.target.FieldValue;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.rest.FieldDescribe;
import dev.ferry.salesforce.client.rest.SObjectDescribe;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What an update may touch: the fields of the phase that can still be set once a record is made. Dates of creation
/// and nearly all of an EmailMessage cannot.
///
/// A field of the phase for which a record has no value is cleared, if it may be empty.
///
/// *Threading*: safe for concurrent use; the object is described once, when it is first asked for.
final class UpdateFields {
    private final SalesforceClient client;
    private final CompiledPhase phase;
    private final ReentrantLock describing = new ReentrantLock();
    private @Nullable SObjectDescribe described;

    UpdateFields(SalesforceClient client, CompiledPhase phase) {
        this.client = client;
        this.phase = phase;
    }

    /// The names, without the key field.
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        for (String name : phase.fields()) {
            boolean settable = describe()
                    .field(name)
                    .map(FieldDescribe::access)
                    .map(FieldDescribe.Access::updateable)
                    .orElse(false);
            boolean ours = ObjectRules.changeable(phase.object(), name);
            if (settable && ours && !name.equals(SalesforceTargetSettings.KEY_FIELD)) {
                names.add(name);
            }
        }
        return names;
    }

    /// Whether an update must clear the field.
    boolean clears(String name, Map<String, FieldValue> values) {
        return !values.containsKey(name)
                && describe()
                        .field(name)
                        .map(FieldDescribe::access)
                        .map(FieldDescribe.Access::nillable)
                        .orElse(false);
    }

    private SObjectDescribe describe() {
        describing.lock();
        try {
            SObjectDescribe known = described;
            if (known == null) {
                known = client.schema().describe(phase.object().value());
                described = known;
            }
            return known;
        } finally {
            describing.unlock();
        }
    }
}
