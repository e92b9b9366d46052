package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// What the documentation says is true: its commands are commands, its links lead somewhere.
class DocsTest {
    /// What the launcher does by itself.
    private static final Set<String> LAUNCHERS = Set.of("check", "train");

    private static final Path ROOT = Path.of(System.getProperty("ferry.root"));
    // A command is a whole line of a code block, or code within a line that holds nothing else.
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^ {4,}|`)(?:\\./)?ferry ([^`#\\n]+)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void everyCommandInTheDocumentationIsUnderstood() {
        CommandLine ferry = new FerryCommand(new CommandLineHarness().surroundings()).commandLine();
        List<String> commands = pages().flatMap(DocsTest::commands).distinct().toList();
        assertThat(commands).hasSizeGreaterThan(10).allSatisfy(command -> {
            if (!LAUNCHERS.contains(command.split(" ", 2)[0])) {
                ferry.parseArgs(command.strip().split("\\s+", -1));
            }
        });
    }

    @Test
    void everyLinkLeadsToAFile() {
        pages().forEach(page -> LINK.matcher(read(page))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http"))
                .forEach(link -> assertThat(page.resolveSibling(link))
                        .as("link of %s", page.getFileName())
                        .exists()));
    }

    @Test
    void theReadmeSetsUpWithExactlyTwoCommands() {
        String readme = read(ROOT.resolve("README.md"));
        String first = readme.substring(0, readme.indexOf("##"));
        assertThat(commands(ROOT.resolve("README.md")).limit(2)).containsExactly("demo", "check");
        assertThat(Pattern.compile("(?m)^ {4}\\./").matcher(first).results()).hasSize(2);
    }

    @Test
    void theReferenceNamesEveryCommandAndExitCode() {
        String reference = read(ROOT.resolve("docs/reference/commands.md"));
        new FerryCommand(new CommandLineHarness().surroundings())
                .commandLine()
                .getSubcommands()
                .keySet()
                .forEach(command -> assertThat(reference).contains("./ferry " + command));
        for (ExitCode code : ExitCode.values()) {
            assertThat(reference).contains("| %d |".formatted(code.code()));
        }
    }

    private static Stream<String> commands(Path page) {
        return COMMAND.matcher(read(page))
                .results()
                .map((MatchResult match) -> match.group(1).strip())
                .map(command -> command.replaceAll("~/|'", ""));
    }

    private static Stream<Path> pages() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
