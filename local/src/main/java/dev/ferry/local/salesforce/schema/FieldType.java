package dev.ferry.local.salesforce.schema;

import java.util.Locale;

/// The data type of a field, by the names that describe uses.
public enum FieldType {
    ID("tns:ID", 18),
    STRING("xsd:string", 255),
    TEXTAREA("xsd:string", 32_000),
    BOOLEAN("xsd:boolean", 0),
    INT("xsd:int", 0),
    DOUBLE("xsd:double", 0),
    CURRENCY("xsd:double", 0),
    PERCENT("xsd:double", 0),
    DATE("xsd:date", 0),
    DATETIME("xsd:dateTime", 0),
    PICKLIST("xsd:string", 255),
    MULTIPICKLIST("xsd:string", 4_099),
    COMBOBOX("xsd:string", 255),
    REFERENCE("tns:ID", 18),
    EMAIL("xsd:string", 80),
    PHONE("xsd:string", 40),
    URL("xsd:string", 255),
    BASE64("xsd:base64Binary", 0);

    private final String soapType;
    private final int defaultLength;

    FieldType(String soapType, int defaultLength) {
        this.soapType = soapType;
        this.defaultLength = defaultLength;
    }

    /// The lower-case name in describe.
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The `soapType` in describe.
    public String soapType() {
        return soapType;
    }

    /// The length of a field whose definition gives none. *Units*: characters.
    public int defaultLength() {
        return defaultLength;
    }

    /// Whether values are character data.
    public boolean textual() {
        return switch (this) {
            case STRING, TEXTAREA, PICKLIST, MULTIPICKLIST, COMBOBOX, EMAIL, PHONE, URL -> true;
            case ID, REFERENCE, BOOLEAN, INT, DOUBLE, CURRENCY, PERCENT, DATE, DATETIME, BASE64 -> false;
        };
    }

    /// Whether values are numbers.
    public boolean numeric() {
        return switch (this) {
            case INT, DOUBLE, CURRENCY, PERCENT -> true;
            case ID, REFERENCE, BOOLEAN, DATE, DATETIME, BASE64 -> false;
            case STRING, TEXTAREA, PICKLIST, MULTIPICKLIST, COMBOBOX, EMAIL, PHONE, URL -> false;
        };
    }
}
