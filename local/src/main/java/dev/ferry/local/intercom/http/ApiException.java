package dev.ferry.local.intercom.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/// A request that is answered with an error list.
///
/// *Shape*: `{"type":"error.list","request_id":"..","errors":[{"code":"not_found","message":"User Not Found"}]}`.
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    public ApiException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /// 400 `parameter_invalid`.
    public static ApiException invalid(String message) {
        return new ApiException(400, "parameter_invalid", message);
    }

    /// 400 `parameter_not_found` for a field that must be there.
    public static ApiException missing(String field) {
        return new ApiException(400, "parameter_not_found", field + " not specified");
    }

    /// 404 for a contact.
    public static ApiException noUser() {
        return new ApiException(404, "not_found", "User Not Found");
    }

    /// 404 for things that have no wording of their own.
    public static ApiException noResource() {
        return new ApiException(404, "not_found", "Resource Not Found");
    }

    /// 404 for an admin.
    public static ApiException noAdmin() {
        return new ApiException(404, "admin_not_found", "Admin not found");
    }

    /// 404 for a company.
    public static ApiException noCompany() {
        return new ApiException(404, "company_not_found", "Company Not Found");
    }

    /// 400 for what the requested version does not have.
    public static ApiException otherVersion() {
        return new ApiException(
                400, "intercom_version_invalid", "Requested resource is not available in current API version.");
    }

    /// This error with a header.
    public ApiException with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /// The answer.
    public Response response(String requestId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", "error.list");
        body.put("request_id", requestId);
        body.putArray("errors").addObject().put("code", code).put("message", getMessage());
        Response response = Response.json(status, body);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }
}
