package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.SObjectType;

/// What a column of the input is written to.
public sealed interface Binding {

    /// The field that receives the value.
    Field field();

    /// The value itself goes into the field.
    record Plain(Field field) implements Binding {}

    /// The value is a key of the parent; the parent's id goes into the field (`Account.ASAPP_Id__c`).
    record Lookup(Field field, SObjectType parent, Field key) implements Binding {}
}
