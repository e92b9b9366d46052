package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.soql.QueryEngine;
import dev.ferry.local.salesforce.soql.SoqlParser;
import dev.ferry.local.salesforce.store.Row;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The stubs of what an org's administrators build: a flow that fails, a validation rule, a duplicate rule.
final class Automation {
    private final QueryEngine engine;
    private volatile @Nullable Compiled flow;
    private volatile @Nullable Compiled validation;

    Automation(QueryEngine engine) {
        this.engine = engine;
    }

    private record Compiled(String rule, String object, Predicate<Row> condition) {}

    void check(Draft draft, Row row, DmlContext context) {
        if (!context.org().permissions().bypassAutomation()) {
            if (matches(draft.type(), row, validationRule(context))) {
                throw RefusedRow.of("FIELD_CUSTOM_VALIDATION_EXCEPTION", "A validation rule refused the record");
            }
            if (matches(draft.type(), row, flowRule(context))) {
                throw RefusedRow.of(
                        "CANNOT_EXECUTE_FLOW_TRIGGER",
                        "We can't save this record because the \"Simulated\" process failed. Give your Salesforce admin"
                                + " these details.");
            }
        }
        duplicates(draft, context);
    }

    private static boolean matches(SObjectType type, Row row, @Nullable Compiled rule) {
        return rule != null
                && rule.object().equalsIgnoreCase(type.name())
                && rule.condition().test(row);
    }

    private @Nullable Compiled flowRule(DmlContext context) {
        flow = compiled(flow, context.org().faults().flowFailureRule(), context);
        return flow;
    }

    private @Nullable Compiled validationRule(DmlContext context) {
        validation = compiled(validation, context.org().faults().validationRule(), context);
        return validation;
    }

    private @Nullable Compiled compiled(@Nullable Compiled known, @Nullable String rule, DmlContext context) {
        if (rule == null || (known != null && known.rule().equals(rule))) {
            return rule == null ? null : known;
        }
        int colon = rule.indexOf(':');
        String object = rule.substring(0, Math.max(colon, 0)).strip();
        SObjectType type = context.schema().require(object);
        return new Compiled(rule, object, engine.condition(type, SoqlParser.parseCondition(rule.substring(colon + 1))));
    }

    private static void duplicates(Draft draft, DmlContext context) {
        String mode = context.org().faults().duplicateRule();
        boolean asked = mode.equals("block")
                || (mode.equals("alert") && !context.options().allowSave());
        if (!asked || !draft.inserting() || !draft.type().name().equals("Contact")) {
            return;
        }
        Optional<Object> email = Optional.ofNullable(draft.get("Email"));
        if (email.isPresent()
                && !context.tx()
                        .table(draft.type())
                        .findLive(draft.type().require("Email"), email.get())
                        .isEmpty()) {
            throw RefusedRow.of("DUPLICATES_DETECTED", "Use one of these records?");
        }
    }
}
