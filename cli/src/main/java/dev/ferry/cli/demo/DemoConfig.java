package dev.ferry.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.LocalCloud;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The configuration of a run against the embedded cloud and its simulated target.
///
/// @param migrationId one migration per company, so that a second run finds what the first one did
/// @param mapping the name of the mapping in `mappings/`
public record DemoConfig(String migrationId, String company, String mapping, String json) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /// The migration of the company that an export is of.
    ///
    /// *Errors*: one line when nobody has written down which company that is.
    public static String migrationId(ExportDirectory.Inventory inventory) {
        if (inventory.company().isEmpty()) {
            throw new UsageProblem(
                    "the company is not written down",
                    "inventory/configuration.yaml of the export",
                    "write `company: NAME` there, as the feeds name it");
        }
        return inventory.company().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
    }

    /// The configuration for an export in an embedded cloud.
    public static DemoConfig of(ExportDirectory export, LocalCloud cloud) {
        ExportDirectory.Inventory inventory = export.inventory();
        String migrationId = migrationId(inventory);
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("migrationId", migrationId);
        config.put("company", inventory.company());
        config.put("source", source(export, cloud));
        config.put("loadBuckets", 2);
        LocalCloud.Target target = cloud.target();
        config.put(
                "target",
                Map.of(
                        "kind",
                        target.kind(),
                        "secretName",
                        target.secretName(),
                        "loginUrl",
                        target.url(),
                        "pollSeconds",
                        1,
                        "options",
                        target.options()));
        config.put("mapping", Map.of("key", mappingKey(target.mapping())));
        config.put("ownersPolicy", "ASK");
        config.put("csatScales", inventory.csatScales());
        try {
            return new DemoConfig(migrationId, inventory.company(), target.mapping(), JSON.writeValueAsString(config));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are not JSON", e);
        }
    }

    private static String mappingKey(String mapping) {
        return "mappings/" + mapping;
    }

    /// The work file of the mapping.
    public String mappingKey() {
        return mappingKey(mapping);
    }

    private static Map<String, Object> source(ExportDirectory export, LocalCloud cloud) {
        ExportChannels channels = export.channels();
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("bucket", cloud.description().sourceBucket());
        source.put("prefix", "batch/");
        source.put("crosswalkPrefix", "crosswalk/");
        source.put("title", String.valueOf(export.root().getFileName()));
        if (channels.hasApi()) {
            channels.seenWhole().ifPresent(moment -> source.put("asOf", moment.toString()));
            cloud.source()
                    .ifPresent(tenant ->
                            source.put("api", Map.of("host", tenant.apiUrl(), "secretName", tenant.secretName())));
        }
        if (channels.hasEvents()) {
            source.put("events", Map.of("bucket", cloud.description().sourceBucket(), "prefix", "events/"));
        }
        return source;
    }
}
