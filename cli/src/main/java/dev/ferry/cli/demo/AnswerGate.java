package dev.ferry.cli.demo;

import dev.ferry.cli.cloud.Gates;
import dev.ferry.cli.console.Amounts;
import dev.ferry.cli.console.Console;
import dev.ferry.cli.console.Stage;
import dev.ferry.cli.owners.OwnerGate;
import dev.ferry.cli.owners.OwnersFile;
import dev.ferry.core.owners.OwnerAnswer;
import dev.ferry.core.owners.OwnerMatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Answers the owner gate of a demo: from a prepared file, or by giving all agents to the default owner.
public final class AnswerGate {
    private static final String DEFAULT = "default";

    private final OwnerGate owners;
    private final Console console;

    public AnswerGate(OwnerGate owners, Console console) {
        this.owners = owners;
        this.console = console;
    }

    /// Answers from the file where there is one, else with the default owner for everybody.
    public void byItself(Gates.Waiting gate, Path prepared) {
        try (Stage stage = console.stage("owners")) {
            List<OwnerMatch> undecided = owners.undecided(gate);
            boolean fromFile = Files.isRegularFile(prepared);
            owners.answer(gate, fromFile ? OwnersFile.read(prepared) : everybodyToDefault(undecided));
            stage.done(Amounts.counted(undecided.size(), "agent")
                    + (fromFile ? " decided by " + prepared.getFileName() : " given to the default owner"));
        }
    }

    /// Leaves the decision to a person: writes the file to fill in.
    public void ask(Gates.Waiting gate, Path file) {
        try (Stage stage = console.stage("owners")) {
            List<OwnerMatch> undecided = owners.undecided(gate);
            OwnersFile.write(file, undecided);
            stage.waiting(Amounts.counted(undecided.size(), "agent") + " to decide in " + file);
        }
    }

    private static OwnerAnswer everybodyToDefault(List<OwnerMatch> undecided) {
        Map<String, String> owners = undecided.stream()
                .collect(Collectors.toMap(match -> match.agent().value(), match -> DEFAULT));
        return new OwnerAnswer("", owners);
    }
}
