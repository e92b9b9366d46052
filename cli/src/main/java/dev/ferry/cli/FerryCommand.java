package dev.ferry.cli;

import dev.ferry.cli.command.DemoCommand;
import dev.ferry.cli.command.DeployCommand;
import dev.ferry.cli.command.ExplainCommand;
import dev.ferry.cli.command.OwnersCommand;
import dev.ferry.cli.command.PlanCommand;
import dev.ferry.cli.command.ReportCommand;
import dev.ferry.cli.command.RollbackCommand;
import dev.ferry.cli.command.RunCommand;
import dev.ferry.cli.command.ScopeCommand;
import dev.ferry.cli.command.StatusCommand;
import dev.ferry.cli.command.UpCommand;
import dev.ferry.cli.deploy.ProcessRunner;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Scanner;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/// The command `ferry`, its subcommands, and the way that failures are told.
@Command(
        name = "ferry",
        mixinStandardHelpOptions = true,
        version = "ferry 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Carries a contact centre out of ASAPP and into Salesforce Service Cloud or Intercom, proved record by record.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:clean",
            "1:error; one line on standard error says what, where and what to do",
            "2:finished with quarantined or failed records",
            "3:waiting for a person",
            "4:parked by a quota"
        },
        footer = {
            "",
            "Start here:",
            "  ferry demo                  migrate a sample export on this machine",
            "  ferry demo --help           what the demo does, with examples"
        })
public final class FerryCommand {
    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Print stack traces to standard error instead of the log.")
    private boolean debug;

    private final Surroundings surroundings;

    public FerryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// The parser with all commands.
    public CommandLine commandLine() {
        CommandLine line = new CommandLine(this);
        for (Object command : List.of(
                new DemoCommand(surroundings),
                new ScopeCommand(surroundings),
                new PlanCommand(surroundings),
                new UpCommand(surroundings),
                new DeployCommand(surroundings, new ProcessRunner(), FerryCommand::typed),
                new RunCommand(surroundings),
                new StatusCommand(surroundings),
                new ReportCommand(surroundings),
                new OwnersCommand(surroundings),
                new ExplainCommand(surroundings),
                new RollbackCommand(surroundings, FerryCommand::typed))) {
            line.addSubcommand(command);
        }
        line.setOut(surroundings.out());
        line.setErr(surroundings.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(surroundings.ansi()));
        line.setParameterExceptionHandler(
                (problem, _) -> tell(problem.getCommandLine(), String.valueOf(problem.getMessage())));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> fail(failure, parsed));
        return line;
    }

    private static String typed() {
        Scanner input = new Scanner(System.in, Charset.defaultCharset());
        return input.hasNextLine() ? input.nextLine() : "";
    }

    private int tell(CommandLine command, String message) {
        String name = command.getCommandSpec().qualifiedName(" ");
        surroundings.err().println("ferry: %s, in the command line, see `%s --help`".formatted(message, name));
        return ExitCode.ERROR.code();
    }

    private int fail(Exception failure, ParseResult parsed) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        String logged = debug || isOfTheUser(failure) ? "" : log(parsed, trace.toString());
        surroundings.err().println(ErrorLine.of(failure) + logged);
        if (debug) {
            surroundings.err().print(trace);
        }
        surroundings.err().flush();
        return ExitCode.ERROR.code();
    }

    // What a person mends by the line alone needs no stack trace.
    private static boolean isOfTheUser(Exception failure) {
        return failure instanceof UsageProblem
                || (failure instanceof FerryException ferry && ferry.code().category() == ErrorCode.Category.USER);
    }

    // Only where the command has a work directory that exists: a failure is no reason to make one.
    private String log(ParseResult parsed, String trace) {
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        if (!command.commandSpec().optionsMap().containsKey("--work")) {
            return "";
        }
        Path logs =
                Path.of(command.commandSpec().findOption("--work").getValue().toString(), "logs");
        if (!Files.isDirectory(logs)) {
            return "";
        }
        Path log = logs.resolve("ferry.log");
        try {
            Files.writeString(
                    log,
                    surroundings.clock().instant() + " " + trace,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return " (stack trace in %s)".formatted(log);
        } catch (IOException e) {
            return " (the stack trace cannot be written to %s)".formatted(log);
        }
    }
}
