package dev.ferry.cli.deploy;

import dev.ferry.cli.UsageProblem;
import java.io.IOException;
import java.util.List;

/// Programs as processes on the same terminal.
public final class ProcessRunner implements CdkCommandLine.Runner {
    @Override
    public int run(List<String> command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UsageProblem(
                    "cannot be started", command.getFirst(), "install Node.js 22 or newer, which brings npx", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageProblem("was interrupted", command.getFirst(), "start it again", e);
        }
    }
}
