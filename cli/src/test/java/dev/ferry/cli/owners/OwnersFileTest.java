package dev.ferry.cli.owners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.core.owners.OwnerAnswer;
import dev.ferry.core.owners.OwnerMatch;
import dev.ferry.core.owners.OwnerMatch.Basis;
import dev.ferry.core.source.CanonicalId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersFileTest {
    @TempDir
    private Path folder;

    @Test
    void anUnfilledFileGivesEverybodyToTheDefaultOwner() {
        Path file = folder.resolve("owners.csv");
        OwnersFile.write(file, List.of(new OwnerMatch(new CanonicalId("asapp:acme:rep:1"), Basis.NO_EMAIL, null)));
        assertThat(OwnersFile.read(file)).isEqualTo(new OwnerAnswer("", Map.of("asapp:acme:rep:1", "default")));
    }

    @Test
    void readsDecisionsAndTheDefaultOwner() throws IOException {
        Path file = write("agent,reason,owner\ndefault,,ops@acme.example\nasapp:acme:rep:1,, jo@acme.example \n");
        assertThat(OwnersFile.read(file))
                .isEqualTo(new OwnerAnswer("ops@acme.example", Map.of("asapp:acme:rep:1", "jo@acme.example")));
    }

    @Test
    void namesTheLineOfAnAgentThatIsListedTwice() throws IOException {
        Path file = write("agent,owner\nasapp:acme:rep:1,a\nasapp:acme:rep:1,b\n");
        assertThatThrownBy(() -> OwnersFile.read(file)).hasMessageContaining("listed twice, " + file + " line 3");
    }

    @Test
    void saysWhichColumnIsMissing() throws IOException {
        Path file = write("agent\nasapp:acme:rep:1\n");
        assertThatThrownBy(() -> OwnersFile.read(file)).hasMessageContaining("column `owner` is missing");
    }

    @Test
    void refusesAnAgentWithoutACanonicalId() throws IOException {
        Path file = write("agent,owner\n17,a\n");
        assertThatThrownBy(() -> OwnersFile.read(file)).hasMessageContaining("not a canonical id");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("o.csv"), content);
    }
}
