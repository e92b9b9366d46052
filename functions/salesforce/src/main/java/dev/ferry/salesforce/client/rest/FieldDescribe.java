package dev.ferry.salesforce.client.rest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One field as the signed-in user sees it: without a permission the same field is not createable, or not
/// there at all.
///
/// `relationshipName` is what columns like `Account.Key__c` begin with; `controllerName` is the field that a
/// dependent picklist depends on.
public record FieldDescribe(
        String name,
        String label,
        String type,
        Size size,
        Access access,
        Keys keys,
        List<PicklistValue> picklistValues,
        boolean restrictedPicklist,
        @Nullable String controllerName,
        List<String> referenceTo,
        @Nullable String relationshipName,
        boolean polymorphic) {
    /// How much it holds: characters for texts, digits for numbers.
    public record Size(int length, int byteLength, int precision, int scale, int digits) {}

    /// What may be done with it.
    public record Access(boolean createable, boolean updateable, boolean nillable, boolean defaultedOnCreate) {}

    /// Whether it can find a record.
    public record Keys(boolean idLookup, boolean externalId, boolean unique, boolean custom) {}

    /// Copies the lists.
    public FieldDescribe {
        picklistValues = List.copyOf(picklistValues);
        referenceTo = List.copyOf(referenceTo);
    }

    /// Whether an insert must give it a value.
    public boolean isRequiredOnCreate() {
        return access.createable() && !access.nillable() && !access.defaultedOnCreate();
    }

    /// The field that decides which of its values are valid.
    public Optional<String> controller() {
        return Optional.ofNullable(controllerName);
    }

    /// The name of the relation, for fields that refer to records.
    public Optional<String> relationship() {
        return Optional.ofNullable(relationshipName);
    }
}
