package dev.ferry.core.work;

import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.core.staging.Bucket;
import java.nio.charset.StandardCharsets;

/// The names of a run's work files: what state machines, reports and the command line point at.
///
/// @param runId the run
public record RunFiles(String runId) {
    /// Below this lies what can be made again from the source, with what people wrote in it: it expires. The rest
    /// of a run stays, since its report is signed and it may be undone.
    public static final String EXPIRING = "work/";

    public RunFiles {
        if (!runId.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "a run id has 1 to 64 letters, digits, dots, dashes and underscores, was '" + runId + "'");
        }
    }

    /// The run's configuration.
    public String config() {
        return name("config.json");
    }

    /// The files of the export that are to be read, one work unit each.
    public String extractManifest() {
        return name("extract/manifest.json");
    }

    /// What the export holds: feeds, hours, gaps.
    public String inventory() {
        return name("extract/inventory.json");
    }

    /// What the export says of its columns, by feed; not there when it says nothing.
    public String describedColumns() {
        return name("extract/described-columns.json");
    }

    /// The files of channels other than the batch export that are to be read, one work unit each.
    public String channelManifest() {
        return name("extract/channel-manifest.json");
    }

    /// What the channels other than the batch export hold, in the shape of the inventory; not there when a run
    /// reads none of them.
    public String channels() {
        return name("extract/channels.json");
    }

    /// What is to be read of the source's API before extraction, one work a line.
    public String sourceWorks() {
        return name("source/works.jsonl");
    }

    /// About how many requests a work on the source's API has still to send. *Shape*: decimal digits.
    public String requestsToCome(String work, String unit) {
        return requestsToCome() + work + "/"
                + BodyHash.of(unit.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /// Below this prefix are those of all works.
    public String requestsToCome() {
        return name("source/to-come/");
    }

    /// What is to be asked of the source's API for the conversations of a bucket, one question a line.
    public String questions(Bucket bucket) {
        return name("fill/" + bucket.label() + ".jsonl");
    }

    /// What the source is to generate for the conversations of a bucket, one generation a line.
    public String generations(Bucket bucket) {
        return name("fill/generate/" + bucket.label() + ".jsonl");
    }

    /// The client's ids of the agents who worked on the conversations of a bucket, one a line.
    public String agents(Bucket bucket) {
        return agents() + bucket.label() + ".jsonl";
    }

    /// Below this prefix are those of all buckets.
    public String agents() {
        return name("fill/agents/");
    }

    /// What a batch of files looks like, by feed.
    ///
    /// @param batch a name of the batch's own
    public String profile(String batch) {
        return profiles() + batch + ".json";
    }

    /// Below this prefix are the profiles of all batches.
    public String profiles() {
        return name("scope/profiles/");
    }

    /// What was found of a feed of the source's API without reading it, one line.
    public String survey(String feed) {
        return surveys() + feed + ".jsonl";
    }

    /// Below this prefix are the surveys of all feeds.
    public String surveys() {
        return name("scope/surveys/");
    }

    /// The folder of `scope.json`, its lists and its page.
    public String scope() {
        return name("scope");
    }

    /// The folder of `plan.json`, its lists and its page.
    public String plan() {
        return name("plan");
    }

    /// The buckets that a plan counts.
    public String planManifest() {
        return name("plan/manifest.json");
    }

    /// Units of assembly that do not depend on each other.
    ///
    /// @param stage for example `conversation`
    public String assembleManifest(String stage) {
        return name("assemble/" + stage + ".json");
    }

    /// The canonical records of one kind in one bucket, JSON Lines in the order of their ids.
    public String canonical(EntityKind kind, Bucket bucket) {
        return EXPIRING + name("canonical/" + kind.label() + "/" + bucket.label() + ".jsonl");
    }

    /// The books of a phase.
    public String books(String phase) {
        return name("books/" + phase + ".json");
    }

    /// What stands behind a term of the books, one file per unit of work below this prefix.
    public String list(String list) {
        return name("lists/" + list + "/");
    }

    /// The target as it described itself when the run began.
    public String targetSchema() {
        return name("target/schema.json");
    }

    /// The hash of what the mapping needs of the target's description, a JSON text.
    public String targetHash() {
        return name("target/hash.json");
    }

    /// The hash of the mapping that the run is bound to, a JSON text.
    public String mappingHash() {
        return name("target/mapping-hash.json");
    }

    /// What people call the target and the phases.
    public String titles() {
        return name("target/titles.json");
    }

    /// What the check of the target found.
    public String targetFindings() {
        return name("target/findings.json");
    }

    /// The objects of which the ledger knew nothing when the target was checked, a JSON array of names.
    public String untouchedObjects() {
        return name("target/untouched.json");
    }

    /// Who owns the records of each agent, one match a line.
    public String owners() {
        return name("owners/matches.jsonl");
    }

    /// The agents without an owner, one match a line.
    public String undecidedOwners() {
        return name("owners/undecided.jsonl");
    }

    /// What is wrong with the latest answer at the owner gate, one problem a line.
    public String ownerProblems() {
        return name("owners/problems.jsonl");
    }

    /// The buckets that a load phase stages.
    public String stageManifest(String phase) {
        return name("load/" + phase + "/stage-manifest.json");
    }

    /// The load buckets of a load phase.
    public String loadManifest(String phase) {
        return name("load/" + phase + "/load-manifest.json");
    }

    /// When a phase began and ended.
    public String times(String phase) {
        return name("times/" + phase + ".json");
    }

    /// The folder of the run's results: `run-results.json`, `report.html` and the lists.
    public String results() {
        return "runs/" + runId;
    }

    private String name(String rest) {
        return "runs/" + runId + "/" + rest;
    }
}
