package dev.ferry.cli.embedded;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.ferry.cli.UsageProblem;
import dev.ferry.local.intercom.AdminDefinition;
import dev.ferry.local.salesforce.schema.UserDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// The users that a simulated target has: the active agents of a crosswalk, as if the client had made them
/// beforehand.
///
/// *Shape* of the file: CSV with the columns `name` (`Given Family` or `Family, Given`), `email`, `active`.
final class SimulatedUsers {
    private SimulatedUsers() {}

    /// One user per address; none where there is no file.
    static List<UserDefinition> salesforce(Path agents) {
        return of(agents).stream().map(SimulatedUsers::user).toList();
    }

    /// The same as admins with a seat in the inbox.
    static List<AdminDefinition> intercom(Path agents) {
        return of(agents).stream()
                .map(agent -> new AdminDefinition(agent.name(), agent.email(), true))
                .toList();
    }

    private record Agent(String name, String email) {}

    private static List<Agent> of(Path agents) {
        if (!Files.isRegularFile(agents)) {
            return List.of();
        }
        List<Agent> users = new ArrayList<>();
        Set<String> addresses = new TreeSet<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(agents)) {
            for (NamedCsvRecord row : csv) {
                String email = field(row, "email").toLowerCase(Locale.ROOT);
                if (field(row, "active").equals("true") && !email.isEmpty() && addresses.add(email)) {
                    users.add(new Agent(field(row, "name"), email));
                }
            }
        } catch (IOException e) {
            throw new UsageProblem("crosswalk cannot be read", agents.toString(), "check that it is UTF-8 CSV", e);
        }
        return users;
    }

    private static UserDefinition user(Agent agent) {
        String name = agent.name();
        String email = agent.email();
        int comma = name.indexOf(',');
        int space = name.lastIndexOf(' ');
        String family = comma >= 0 ? name.substring(0, comma) : name.substring(space + 1);
        String given = comma >= 0 ? name.substring(comma + 1) : name.substring(0, Math.max(space, 0));
        String last = family.isBlank() ? email.substring(0, email.indexOf('@')) : family.strip();
        return new UserDefinition(email, email, given.isBlank() ? null : given.strip(), last, true, "Salesforce");
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).orElse("");
    }
}
