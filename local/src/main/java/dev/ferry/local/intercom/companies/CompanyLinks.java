package dev.ferry.local.intercom.companies;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;

/// Which contacts belong to which companies; kept in the contacts.
public final class CompanyLinks {
    private static final int MOST = 1_000;

    private CompanyLinks() {}

    /// Attaches a contact to a company, once. *Errors*: 400 when the contact has a thousand.
    public static void attach(Edit edit, String contactId, String companyId) {
        ObjectNode contact = edit.change(Kind.CONTACT, contactId);
        ArrayNode companies = contact.withArrayProperty("companies");
        for (var id : companies) {
            if (id.asText().equals(companyId)) {
                return;
            }
        }
        if (companies.size() >= MOST) {
            throw new ApiException(
                    400,
                    "contact_company_limit_exceeded",
                    "Contact has reached the maximum of %d company associations".formatted(MOST));
        }
        companies.add(companyId);
    }

    /// Takes a contact away from a company; whether it was there.
    public static boolean detach(Edit edit, String contactId, String companyId) {
        ArrayNode companies = edit.change(Kind.CONTACT, contactId).withArrayProperty("companies");
        for (int i = 0; i < companies.size(); i++) {
            if (companies.get(i).asText().equals(companyId)) {
                companies.remove(i);
                return true;
            }
        }
        return false;
    }
}
