package dev.ferry.asapp.crosswalk;

import java.util.List;

/// The crosswalk files, with their columns. *Shape*: RFC 4180 CSV in UTF-8 with a header line; columns in any
/// order.
public enum CrosswalkKind {
    /// Customers: at least one of external user id, customer id and e-mail.
    CUSTOMERS(
            List.of("external_user_id", "customer_id", "name", "email", "phone", "company", "domain"),
            List.of("email", "external_user_id", "customer_id")),
    /// Agents: at least one of rep id and the client's own id.
    AGENTS(List.of("rep_id", "crm_rep_id", "name", "email", "active"), List.of("rep_id", "crm_rep_id"));

    private final List<String> columns;
    private final List<String> ids;

    CrosswalkKind(List<String> columns, List<String> ids) {
        this.columns = columns;
        this.ids = ids;
    }

    /// The columns that are read.
    public List<String> columns() {
        return columns;
    }

    /// The columns of which a row needs one.
    public List<String> ids() {
        return ids;
    }
}
