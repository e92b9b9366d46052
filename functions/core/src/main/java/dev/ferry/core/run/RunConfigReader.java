package dev.ferry.core.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.ChunkLimits;
import dev.ferry.core.run.RunConfig.MappingConfig;
import dev.ferry.core.run.RunConfig.OwnersPolicy;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Reads a run's configuration and fills in the defaults.
///
/// *Shape*:
/// `{"migrationId","company","source":{"bucket","prefix","crosswalkPrefix","title","from","until","asOf","api":
/// {"host","secretName","requestsPerSecond","requestsPerDay","dailySharePercent","generating"},
/// "events":{"bucket","prefix"}},"buckets","loadBuckets","timeZone",
/// "target":{"kind","secretName","loginUrl","apiVersion","pollSeconds","chunk":{"maxRows","maxBytes","maxAttempts"},
/// "options"},
/// "mapping":{"key","hash"},"ownersPolicy","csatScales","freeMailDomains","maxChildrenPerAccount","expiryDays"}`.
/// Needed are `migrationId`, `company`, `source.bucket` and `target.secretName`.
public final class RunConfigReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> FIELDS = Set.of(
            "migrationId",
            "company",
            "source",
            "buckets",
            "loadBuckets",
            "timeZone",
            "target",
            "mapping",
            "ownersPolicy",
            "csatScales",
            "freeMailDomains",
            "maxChildrenPerAccount",
            "expiryDays");
    private static final int MOST_BUCKETS = 2_000;
    static final Predicate<String> ADDRESS = RunConfigReader::isAddress;

    private RunConfigReader() {}

    /// The configuration in a JSON document.
    ///
    /// @param name of the document, for the message
    ///
    /// *Errors*: [InvalidConfig] with every mistake.
    public static RunConfig read(String name, String json) {
        ConfigFields fields = root(name, json).only(FIELDS);
        RunConfig config = new RunConfig(
                fields.text("migrationId", id(40), "give 1 to 40 letters, digits, dashes or underscores"),
                fields.text("company", id(60), "give the tenant's name as it stands in the export"),
                ReadSourceConfig.source(fields.in("source").only(ReadSourceConfig.FIELDS)),
                fields.optionalNumber("buckets", 1, MOST_BUCKETS),
                fields.optionalNumber("loadBuckets", 1, RunConfig.MOST_LOAD_BUCKETS),
                zone(fields.text("timeZone", "UTC", RunConfigReader::isZone, "give a zone such as Europe/Berlin")),
                target(fields.in("target")
                        .only(Set.of(
                                "kind", "secretName", "loginUrl", "apiVersion", "pollSeconds", "chunk", "options"))),
                mapping(fields.in("mapping").only(Set.of("key", "hash"))),
                owners(fields.text("ownersPolicy", "ASK", RunConfigReader::isPolicy, "give ASK or DEFAULT_OWNER")),
                fields.texts("csatScales"),
                fields.list("freeMailDomains"),
                fields.number("maxChildrenPerAccount", 10_000, 100, 50_000),
                fields.number("expiryDays", 90, 1, 3_650));
        List<String> violations = fields.violations();
        if (!violations.isEmpty()) {
            throw new InvalidConfig(name, violations);
        }
        return config;
    }

    private static ConfigFields root(String name, String json) {
        try {
            return ConfigFields.of(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new FerryException(
                    ErrorCode.CONFIGURATION,
                    "%s is not JSON at line %d"
                            .formatted(
                                    name,
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getLineNr()),
                    e);
        }
    }

    private static TargetConfig target(ConfigFields fields) {
        ConfigFields chunk = fields.in("chunk").only(Set.of("maxRows", "maxBytes", "maxAttempts"));
        String address = fields.text("loginUrl", "", ADDRESS, "give the address to sign in at, with https://");
        return new TargetConfig(
                fields.text(
                        "kind", "salesforce", value -> value.matches("[a-z]{1,40}"), "give a kind such as salesforce"),
                fields.text("secretName", value -> !value.isBlank(), "name the secret that holds the credentials"),
                address.isEmpty() ? null : uri(address),
                fields.text("apiVersion", "", value -> value.matches("[0-9A-Za-z.]{1,20}"), "give a version"),
                Duration.ofSeconds(fields.number("pollSeconds", 20, 1, 600)),
                new ChunkLimits(
                        chunk.number("maxRows", 10_000, 1, 150_000_000),
                        chunk.number("maxBytes", 90_000_000, 1_000, 100_000_000),
                        chunk.number("maxAttempts", 3, 1, 10)),
                fields.texts("options"));
    }

    private static MappingConfig mapping(ConfigFields fields) {
        return new MappingConfig(
                fields.text("key", "", value -> true, ""),
                fields.text("hash", "", value -> value.matches("([0-9a-f]{64})?"), "give 64 hexadecimal digits"));
    }

    private static Predicate<String> id(int longest) {
        return value -> value.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,%d}".formatted(longest - 1));
    }

    // A value that has been refused stands in as the default: the document is refused as a whole.
    private static ZoneId zone(String value) {
        return isZone(value) ? ZoneId.of(value) : ZoneId.of("UTC");
    }

    private static OwnersPolicy owners(String value) {
        return isPolicy(value) ? OwnersPolicy.valueOf(value) : OwnersPolicy.ASK;
    }

    private static URI uri(String value) {
        return URI.create(ADDRESS.test(value) ? value : "https://refused.invalid");
    }

    private static boolean isAddress(String value) {
        try {
            return value.matches("https?://[^\\s/]+(/\\S*)?") && new URI(value).getHost() != null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private static boolean isZone(String value) {
        try {
            return ZoneId.of(value) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isPolicy(String value) {
        return value.equals("ASK") || value.equals("DEFAULT_OWNER");
    }
}
