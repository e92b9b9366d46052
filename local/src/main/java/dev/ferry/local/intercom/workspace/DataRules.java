package dev.ferry.local.intercom.workspace;

import dev.ferry.local.simulation.Checks;
import java.util.List;

/// How contacts, companies, attributes and tags behave where the documents leave it open.
///
/// *Shape*, with the defaults of [#strict] in brackets:
///
/// - `enforceOptions` [true] values outside the options of a list are refused; documented, then withdrawn
/// - `stringLimit` [255] longest text of a data attribute, assumed
/// - `longStrings` [`REFUSE`] what becomes of longer ones, assumed
/// - `attributeLimit` [250] custom data attributes of the workspace, documented
/// - `refuseDuplicateAttributes` [false] whether a second conversation attribute of one name is refused; only a
/// draft
///   of the description says so, and with two of them every update of attributes fails
/// - `attributesInUse` [none] names of data attributes that cannot be archived: 422
/// - `phoneValidation` [false] a setting of the workspace: numbers that are not E.164 are refused
/// - `archivedReadable` [false] whether archived contacts can be read and updated by id, assumed
/// - `unattachedCompaniesFound` [false] whether `?company_id=` finds a company without contacts, assumed
/// - `filteredCompany` [`LIST`] what that answers: the description says a list, older APIs sent the company
/// - `unknownFieldsRefused` [true] whether a contact's unknown fields are refused, as those of companies are,
/// assumed
/// - `tagsInUse` [none] names of tags that cannot be deleted: 400
public record DataRules(
        boolean enforceOptions,
        int stringLimit,
        LongStrings longStrings,
        int attributeLimit,
        boolean refuseDuplicateAttributes,
        List<String> attributesInUse,
        boolean phoneValidation,
        boolean archivedReadable,
        boolean unattachedCompaniesFound,
        FilteredCompany filteredCompany,
        boolean unknownFieldsRefused,
        List<String> tagsInUse) {

    /// What becomes of texts that are too long.
    public enum LongStrings {
        REFUSE,
        CUT
    }

    /// The answer to a search for one company.
    public enum FilteredCompany {
        LIST,
        COMPANY
    }

    public DataRules {
        attributesInUse = List.copyOf(attributesInUse);
        tagsInUse = List.copyOf(tagsInUse);
        Checks.atLeast("stringLimit", stringLimit, 1);
        Checks.atLeast("attributeLimit", attributeLimit, 0);
    }

    /// The defaults.
    public static DataRules strict() {
        return new DataRules(
                true,
                255,
                LongStrings.REFUSE,
                250,
                false,
                List.of(),
                false,
                false,
                false,
                FilteredCompany.LIST,
                true,
                List.of());
    }
}
