package dev.ferry.local.salesforce.rest;

import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.salesforce.org.Credentials;
import dev.ferry.local.salesforce.store.Row;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The SOAP `login` call, the one part of the SOAP API that clients with username and password need.
final class SoapLoginResource {
    private static final Pattern ELEMENT =
            Pattern.compile("<(?:\\w+:)?(username|password)>([^<]*)</(?:\\w+:)?\\1>", Pattern.CASE_INSENSITIVE);
    private static final String ENVELOPE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope"
            + " xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns=\"urn:partner.soap.sforce.com\""
            + " xmlns:sf=\"urn:fault.partner.soap.sforce.com\"><soapenv:Body>%s</soapenv:Body></soapenv:Envelope>";

    private final Org org;
    private final Sessions sessions;
    private final String endpoint;

    SoapLoginResource(Org org, Sessions sessions, String endpoint) {
        this.org = org;
        this.sessions = sessions;
        this.endpoint = endpoint;
    }

    Response login(Request request) {
        String username = "";
        String password = "";
        Matcher matcher = ELEMENT.matcher(request.text());
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase("username")) {
                username = matcher.group(2);
            } else {
                password = matcher.group(2);
            }
        }
        Credentials known = org.credentials();
        boolean right = known.username().equals(username) && known.password().equals(password);
        Optional<Row> user = right ? Users.active(org.store(), username) : Optional.empty();
        return user.isEmpty()
                ? refused()
                : accepted(user.get(), username, request.segments().getLast());
    }

    private static Response refused() {
        return xml(
                500,
                "<soapenv:Fault><faultcode>sf:INVALID_LOGIN</faultcode><faultstring>INVALID_LOGIN: Invalid username,"
                        + " password, security token; or user locked out.</faultstring></soapenv:Fault>");
    }

    private Response accepted(Row user, String username, String version) {
        String organization = Users.organizationId(org.store());
        Session session = sessions.open(organization, user.id(), username);
        return xml(
                200,
                "<loginResponse><result><metadataServerUrl>" + endpoint + "/services/Soap/m/" + version + "/"
                        + organization + "</metadataServerUrl><passwordExpired>false</passwordExpired><sandbox>true"
                        + "</sandbox><serverUrl>" + endpoint + "/services/Soap/u/" + version + "/" + organization
                        + "</serverUrl><sessionId>" + session.token() + "</sessionId><userId>" + user.id()
                        + "</userId><userInfo><organizationId>" + organization + "</organizationId><userId>"
                        + user.id() + "</userId><userName>" + username
                        + "</userName></userInfo></result></loginResponse>");
    }

    private static Response xml(int status, String body) {
        return Response.text(status, "text/xml;charset=UTF-8", ENVELOPE.formatted(body));
    }
}
