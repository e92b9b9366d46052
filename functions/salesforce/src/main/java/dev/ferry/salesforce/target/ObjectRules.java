package dev.ferry.salesforce.target;

import dev.ferry.core.target.ObjectName;
import dev.ferry.salesforce.client.bulk.CleanText;
import java.util.Map;
import java.util.Set;

/// What is peculiar to single objects of Salesforce, in one place.
final class ObjectRules {
    static final String NOTE = "ContentNote";
    static final String LINK = "ContentDocumentLink";
    static final String FILE = "ContentVersion";

    /// Salesforce sets these by itself sooner or later: any later write, a roll-up of activities, a merge.
    private static final Set<String> CHANGED_BY_PLATFORM =
            Set.of("LastModifiedDate", "LastModifiedById", "SystemModstamp", "CompletedDateTime");

    private static final String EMAIL = "EmailMessage";

    /// Fields that cannot be held against what was sent, by object: the bodies of notes and files cannot be
    /// selected, and an EmailMessage keeps the subject that its conversation had when it was made.
    private static final Map<String, Set<String>> NOT_COMPARED =
            Map.of(NOTE, Set.of("Content"), FILE, Set.of("VersionData"), EMAIL, Set.of("Subject"));

    private ObjectRules() {}

    /// Whether records of the object can carry the external id field.
    static boolean hasKeyField(ObjectName object) {
        return !object.value().equals(NOTE) && !object.value().equals(LINK);
    }

    /// Whether records of the object go by Bulk API 2.0, which takes no bytes.
    static boolean goesByBulk(ObjectName object) {
        return hasKeyField(object) && !object.value().equals(FILE);
    }

    /// Whether a field of a standing record can be changed, given that it is described as updateable. Nearly all of
    /// an EmailMessage is so described, because drafts can be edited, and refused for what was sent or received.
    static boolean changeable(ObjectName object, String field) {
        return !object.value().equals(EMAIL) || field.endsWith("__c") || field.equals("IsExternallyVisible");
    }

    /// Whether a field can be held against what was sent.
    static boolean comparable(ObjectName object, String field) {
        return !CHANGED_BY_PLATFORM.contains(field)
                && !NOT_COMPARED.getOrDefault(object.value(), Set.of()).contains(field);
    }

    /// A text in the form in which Salesforce gives it back: blanks at the ends are not kept, line ends are single,
    /// nothing that XML forbids is left. A note's title has room for its mark. Empty when nothing is left.
    static String text(ObjectName object, String field, String text) {
        String clean = CleanText.of(text).text().strip();
        return object.value().equals(NOTE) && field.equals("Title")
                ? NoteLookup.cut(clean).strip()
                : clean;
    }
}
