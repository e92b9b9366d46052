package dev.ferry.local.stepfunctions.machines;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A state machine as it is now, with its versions and aliases. *Units*: dates are milliseconds since 1970.
///
/// @param type `STANDARD` or `EXPRESS`
/// @param revisionId null until the first update
/// @param lastVersion the number of the last version ever published
public record Machine(
        String arn,
        String name,
        String definition,
        String roleArn,
        String type,
        long created,
        @Nullable String revisionId,
        JsonNode logging,
        JsonNode tracing,
        JsonNode encryption,
        Map<String, String> tags,
        int lastVersion,
        List<Version> versions,
        List<Alias> aliases) {

    /// Copies tags, versions and aliases.
    public Machine {
        tags = new TreeMap<>(tags);
        versions = List.copyOf(versions);
        aliases = List.copyOf(aliases);
    }

    /// A published snapshot of a machine.
    public record Version(
            int number,
            String definition,
            String roleArn,
            @Nullable String revisionId,
            @Nullable String description,
            long created) {}

    /// A name for one version, or for two with weights.
    public record Alias(String name, @Nullable String description, List<Route> routes, long created, long updated) {

        /// Copies the routes.
        public Alias {
            routes = List.copyOf(routes);
        }
    }

    /// A version and its share of the executions. *Units*: per cent.
    public record Route(String versionArn, int weight) {}

    /// Whether executions are of the type EXPRESS.
    public boolean express() {
        return type.equals("EXPRESS");
    }

    /// The version of that number.
    public Optional<Version> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    /// The alias of that name.
    public Optional<Alias> alias(String alias) {
        return aliases.stream().filter(each -> each.name().equals(alias)).findFirst();
    }

    /// The same with another definition, role, logging or tracing, under a new revision.
    public Machine revised(Revision change) {
        return new Machine(
                arn,
                name,
                change.definition() == null ? definition : change.definition(),
                change.roleArn() == null ? roleArn : change.roleArn(),
                type,
                created,
                change.revisionId(),
                change.logging() == null ? logging : change.logging(),
                change.tracing() == null ? tracing : change.tracing(),
                encryption,
                tags,
                lastVersion,
                versions,
                aliases);
    }

    /// A change of a machine; null leaves a part as it is.
    public record Revision(
            String revisionId,
            @Nullable String definition,
            @Nullable String roleArn,
            @Nullable JsonNode logging,
            @Nullable JsonNode tracing) {}

    /// Whether definition and role are those of the other.
    public boolean sameRevision(Machine other) {
        return definition.equals(other.definition) && roleArn.equals(other.roleArn);
    }

    /// The same with logging and tracing of the other, under its old revision.
    public Machine withConfiguration(Machine other) {
        return new Machine(
                arn,
                name,
                definition,
                roleArn,
                type,
                created,
                revisionId,
                other.logging,
                other.tracing,
                encryption,
                tags,
                lastVersion,
                versions,
                aliases);
    }

    /// The same with its present state published, unless the last version is just that.
    public Machine publishedOnce(@Nullable String description, long now) {
        boolean published = version(lastVersion)
                .filter(version -> version.definition().equals(definition))
                .filter(version -> version.roleArn().equals(roleArn))
                .filter(version -> java.util.Objects.equals(version.revisionId(), revisionId))
                .isPresent();
        return published ? this : published(description, now);
    }

    /// The same with its present state published as the next version.
    public Machine published(@Nullable String description, long now) {
        var all = new ArrayList<>(versions);
        all.add(new Version(lastVersion + 1, definition, roleArn, revisionId, description, now));
        return with(tags, lastVersion + 1, all, aliases);
    }

    /// The same without a version.
    public Machine withoutVersion(int number) {
        return with(
                tags,
                lastVersion,
                versions.stream().filter(version -> version.number() != number).toList(),
                aliases);
    }

    /// The same with an alias, in place of one of that name.
    public Machine withAlias(Alias alias) {
        var all = new ArrayList<>(withoutAlias(alias.name()).aliases());
        all.add(alias);
        return with(tags, lastVersion, versions, all);
    }

    /// The same without an alias.
    public Machine withoutAlias(String alias) {
        return with(
                tags,
                lastVersion,
                versions,
                aliases.stream().filter(each -> !each.name().equals(alias)).toList());
    }

    /// The same with other tags.
    public Machine tagged(Map<String, String> newTags) {
        return with(newTags, lastVersion, versions, aliases);
    }

    private Machine with(Map<String, String> newTags, int last, List<Version> newVersions, List<Alias> newAliases) {
        return new Machine(
                arn,
                name,
                definition,
                roleArn,
                type,
                created,
                revisionId,
                logging,
                tracing,
                encryption,
                newTags,
                last,
                newVersions,
                newAliases);
    }
}
