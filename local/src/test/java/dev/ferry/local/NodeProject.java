package dev.ferry.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Other people's clients that run on Node: a directory of `src/test/js` with what it depends on.
public final class NodeProject {
    private static final Path LOCAL = Path.of(System.getProperty("ferry.root"), "local");

    private final Path work;

    private NodeProject(Path work) {
        this.work = work;
    }

    /// What a program said and ended with.
    public record Outcome(int exit, String output) {}

    /// Fetches what a project depends on; the test is skipped where there is no Node or no registry.
    ///
    /// @param directory below `src/test/js`; empty for that one itself
    public static NodeProject prepared(String directory, String name) throws IOException, InterruptedException {
        Path scripts = LOCAL.resolve("src").resolve("test").resolve("js").resolve(directory);
        NodeProject project =
                new NodeProject(Files.createDirectories(LOCAL.resolve("target").resolve(name)));
        Assumptions.assumeTrue(project.succeeds("node", "--version"), "skipped: there is no node on this machine");
        Assumptions.assumeTrue(project.succeeds("npm", "--version"), "skipped: there is no npm on this machine");
        for (String file : List.of("package.json", "package-lock.json", "conformance.mjs")) {
            Files.copy(scripts.resolve(file), project.work.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Assumptions.assumeTrue(
                project.succeeds("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
                "skipped: npm cannot fetch " + name + " here");
        return project;
    }

    private boolean succeeds(String... command) throws InterruptedException {
        try {
            return run(command).exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// Runs a program to its end.
    public Outcome run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.of(command).toList())
                .directory(work.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
