package dev.ferry.salesforce.client;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The error codes that are known, each with what to do about it: the table that decides retry, repair, stop,
/// review or settle.
///
/// Source: row-level names are the SOAP API's StatusCode, names in mixed case are the Bulk API's batch
/// errors. What to do is ours.
public enum KnownFailure {
    /// `UNABLE_TO_LOCK_ROW`.
    UNABLE_TO_LOCK_ROW("UNABLE_TO_LOCK_ROW", FailureClass.RETRY, "Group rows by parent, wait, send fewer at a time"),
    /// `TooManyLockFailure`.
    TOO_MANY_LOCK_FAILURE("TooManyLockFailure", FailureClass.RETRY, "Group rows by parent and run one job at a time"),
    /// `Timeout`.
    TIMEOUT("Timeout", FailureClass.RETRY, "Wait and send again"),
    /// `SERVER_UNAVAILABLE`.
    SERVER_UNAVAILABLE("SERVER_UNAVAILABLE", FailureClass.RETRY, "Wait and send again"),
    /// `QUERY_TIMEOUT`.
    QUERY_TIMEOUT("QUERY_TIMEOUT", FailureClass.RETRY, "Wait, or cut the query into slices by an indexed field"),
    /// `INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE`.
    INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE(
            "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE",
            FailureClass.RETRY,
            "Salesforce is in maintenance: pause for minutes, then go on"),
    /// `ExceededQuota`.
    EXCEEDED_QUOTA("ExceededQuota", FailureClass.RETRY, "Pause until the rolling 24-hour allowance returns"),
    /// `REQUEST_LIMIT_EXCEEDED`.
    REQUEST_LIMIT_EXCEEDED(
            "REQUEST_LIMIT_EXCEEDED",
            FailureClass.RETRY,
            "Pause until the allowance returns, or until other long requests end"),
    /// `DUPLICATE_VALUE`.
    DUPLICATE_VALUE(
            "DUPLICATE_VALUE",
            FailureClass.SETTLE,
            "Compare the external id of the record that holds the value; if it is ours, count it as loaded"),
    /// `DUPLICATE_EXTERNAL_ID`.
    DUPLICATE_EXTERNAL_ID(
            "DUPLICATE_EXTERNAL_ID",
            FailureClass.REVIEW,
            "Two records carry this key: make the external id field unique and merge them"),
    /// `DUPLICATES_DETECTED`.
    DUPLICATES_DETECTED(
            "DUPLICATES_DETECTED",
            FailureClass.CONFIGURATION,
            "A duplicate rule is active for the loading user: exempt that user"),
    /// `ENTITY_IS_DELETED`.
    ENTITY_IS_DELETED(
            "ENTITY_IS_DELETED",
            FailureClass.SETTLE,
            "The row or its parent is in the recycle bin: undelete it or load it again"),
    /// `INVALID_CROSS_REFERENCE_KEY`.
    INVALID_CROSS_REFERENCE_KEY(
            "INVALID_CROSS_REFERENCE_KEY",
            FailureClass.FIX,
            "Resolve the parent again: its id is missing, of a wrong type, or not visible to the loading user"),
    /// `INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY`.
    INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY(
            "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
            FailureClass.CONFIGURATION,
            "Grant the loading user access to the parent record"),
    /// `INSUFFICIENT_ACCESS_OR_READONLY`.
    INSUFFICIENT_ACCESS_OR_READONLY(
            "INSUFFICIENT_ACCESS_OR_READONLY",
            FailureClass.CONFIGURATION,
            "Grant the loading user the right to write this object"),
    /// `INVALID_FIELD`.
    INVALID_FIELD(
            "INVALID_FIELD",
            FailureClass.CONFIGURATION,
            "The field is missing or hidden by field-level security: deploy the schema and its permission set"),
    /// `INVALID_FIELD_FOR_INSERT_UPDATE`.
    INVALID_FIELD_FOR_INSERT_UPDATE(
            "INVALID_FIELD_FOR_INSERT_UPDATE",
            FailureClass.CONFIGURATION,
            "Grant 'Set Audit Fields upon Record Creation', or leave out the column that cannot be created"),
    /// `INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST`.
    INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST(
            "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
            FailureClass.FIX,
            "Add the value to the picklist and the record type, or map it to a fallback"),
    /// `INVALID_RECORD_TYPE`.
    INVALID_RECORD_TYPE(
            "INVALID_RECORD_TYPE",
            FailureClass.CONFIGURATION,
            "Activate the record type and assign it to the loading user"),
    /// `INACTIVE_OWNER_OR_USER`.
    INACTIVE_OWNER_OR_USER(
            "INACTIVE_OWNER_OR_USER",
            FailureClass.FIX,
            "Choose another owner, or grant 'Update Records with Inactive Owners'"),
    /// `REQUIRED_FIELD_MISSING`.
    REQUIRED_FIELD_MISSING("REQUIRED_FIELD_MISSING", FailureClass.FIX, "Give the field a default in the mapping"),
    /// `STRING_TOO_LONG`.
    STRING_TOO_LONG(
            "STRING_TOO_LONG", FailureClass.FIX, "Truncate to the described length and keep the whole text elsewhere"),
    /// `NUMBER_OUTSIDE_VALID_RANGE`.
    NUMBER_OUTSIDE_VALID_RANGE(
            "NUMBER_OUTSIDE_VALID_RANGE", FailureClass.FIX, "Map to the precision and scale of the field"),
    /// `INVALID_TYPE_ON_FIELD_IN_RECORD`.
    INVALID_TYPE_ON_FIELD_IN_RECORD(
            "INVALID_TYPE_ON_FIELD_IN_RECORD", FailureClass.FIX, "Convert the value to the type of the field"),
    /// `INVALID_EMAIL_ADDRESS`.
    INVALID_EMAIL_ADDRESS("INVALID_EMAIL_ADDRESS", FailureClass.FIX, "Blank the address and keep it in a text field"),
    /// `FIELD_CUSTOM_VALIDATION_EXCEPTION`.
    FIELD_CUSTOM_VALIDATION_EXCEPTION(
            "FIELD_CUSTOM_VALIDATION_EXCEPTION",
            FailureClass.CONFIGURATION,
            "A validation rule refuses the row: exempt the loading user"),
    /// `FIELD_FILTER_VALIDATION_EXCEPTION`.
    FIELD_FILTER_VALIDATION_EXCEPTION(
            "FIELD_FILTER_VALIDATION_EXCEPTION",
            FailureClass.CONFIGURATION,
            "A lookup filter refuses the parent: exempt the loading user or map another parent"),
    /// `CANNOT_EXECUTE_FLOW_TRIGGER`.
    CANNOT_EXECUTE_FLOW_TRIGGER(
            "CANNOT_EXECUTE_FLOW_TRIGGER", FailureClass.CONFIGURATION, "A flow failed: let it skip the loading user"),
    /// `CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY`.
    CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY(
            "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
            FailureClass.CONFIGURATION,
            "An Apex trigger failed: let it skip the loading user"),
    /// `MALFORMED_ID`.
    MALFORMED_ID("MALFORMED_ID", FailureClass.FIX, "The id column holds something that is no id: correct the mapping"),
    /// `INVALID_ID_FIELD`.
    INVALID_ID_FIELD("INVALID_ID_FIELD", FailureClass.FIX, "The id belongs to another object: correct the mapping"),
    /// `FILE_SIZE_LIMIT_EXCEEDED`.
    FILE_SIZE_LIMIT_EXCEEDED("FILE_SIZE_LIMIT_EXCEEDED", FailureClass.REVIEW, "The file is larger than the org allows"),
    /// `FILE_EXTENSION_NOT_ALLOWED`.
    FILE_EXTENSION_NOT_ALLOWED(
            "FILE_EXTENSION_NOT_ALLOWED",
            FailureClass.REVIEW,
            "The org forbids this file type: zip the file or leave it out"),
    /// `HTML_FILE_UPLOAD_NOT_ALLOWED`.
    HTML_FILE_UPLOAD_NOT_ALLOWED(
            "HTML_FILE_UPLOAD_NOT_ALLOWED",
            FailureClass.REVIEW,
            "The org forbids HTML files: zip the file or leave it out"),
    /// `STORAGE_LIMIT_EXCEEDED`.
    STORAGE_LIMIT_EXCEEDED(
            "STORAGE_LIMIT_EXCEEDED",
            FailureClass.CONFIGURATION,
            "The org's storage is full: stop, and buy storage or load less"),
    /// `ALL_OR_NONE_OPERATION_ROLLED_BACK`.
    ALL_OR_NONE_OPERATION_ROLLED_BACK(
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            FailureClass.RETRY,
            "Another row of the same call failed: send again without that row"),
    /// `ClientInputError`.
    CLIENT_INPUT_ERROR(
            "ClientInputError",
            FailureClass.CONFIGURATION,
            "The file does not match the job's settings (line ends, columns)"),
    /// `InvalidBatch`.
    INVALID_BATCH("InvalidBatch", FailureClass.CONFIGURATION, "A column is unknown or hidden by field-level security"),
    /// `InvalidJob`.
    INVALID_JOB("InvalidJob", FailureClass.CONFIGURATION, "The job request is malformed"),
    /// `InvalidOperation`.
    INVALID_OPERATION("InvalidOperation", FailureClass.CONFIGURATION, "The operation is not allowed for this object"),
    /// `InvalidUrl`.
    INVALID_URL("InvalidUrl", FailureClass.CONFIGURATION, "The client asked for a resource that does not exist"),
    /// `MethodNotAllowed`.
    METHOD_NOT_ALLOWED("MethodNotAllowed", FailureClass.CONFIGURATION, "The client used a wrong method"),
    /// `NotFound`.
    NOT_FOUND("NotFound", FailureClass.CONFIGURATION, "The job does not exist in this org"),
    /// `InvalidJobState`.
    BULK_INVALID_JOB_STATE("InvalidJobState", FailureClass.SETTLE, "Read the job again and go on from its true state"),
    /// `INVALIDJOBSTATE`.
    INVALID_JOB_STATE("INVALIDJOBSTATE", FailureClass.SETTLE, "Read the job again and go on from its true state"),
    /// `InvalidSessionId`.
    BULK_INVALID_SESSION_ID("InvalidSessionId", FailureClass.RETRY, "Sign in again"),
    /// `INVALID_SESSION_ID`.
    INVALID_SESSION_ID("INVALID_SESSION_ID", FailureClass.RETRY, "Sign in again"),
    /// `FeatureNotEnabled`.
    FEATURE_NOT_ENABLED("FeatureNotEnabled", FailureClass.CONFIGURATION, "Enable the Bulk API for the loading user"),
    /// `API_DISABLED_FOR_ORG`.
    API_DISABLED_FOR_ORG("API_DISABLED_FOR_ORG", FailureClass.CONFIGURATION, "Enable the API for this org's edition"),
    /// `API_CURRENTLY_DISABLED`.
    API_CURRENTLY_DISABLED("API_CURRENTLY_DISABLED", FailureClass.CONFIGURATION, "Enable the API for the loading user"),
    /// `InvalidUser`.
    INVALID_USER("InvalidUser", FailureClass.CONFIGURATION, "Enable the API for the loading user");

    private static final Map<String, KnownFailure> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(KnownFailure::code, Function.identity()));

    private final String code;
    private final FailureClass failureClass;
    private final String hint;

    KnownFailure(String code, FailureClass failureClass, String hint) {
        this.code = code;
        this.failureClass = failureClass;
        this.hint = hint;
    }

    /// The entry of a code as Salesforce writes it (letter case matters); empty when unknown.
    public static Optional<KnownFailure> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /// The code as Salesforce writes it.
    public String code() {
        return code;
    }

    /// What can be done about it.
    public FailureClass failureClass() {
        return failureClass;
    }

    /// One sentence for the person who reads the report.
    public String hint() {
        return hint;
    }
}
