package dev.ferry.local.cloud;

import dev.ferry.local.lambda.FunctionLogs;
import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;

/// Sends what the engines log to `engines.log`, and what functions log, as the JSON that they log on Lambda, to
/// where functions print. Nothing reaches the terminal.
final class EngineLogs {

    private static final List<String> CHATTY = List.of(
            "com.amazonaws",
            "com.zaxxer",
            "org.apache.pekko",
            "org.eclipse.jetty",
            "org.elasticmq",
            "org.gaul",
            "scalikejdbc",
            "software.amazon");

    private EngineLogs() {}

    static void open(Path directory, FunctionLogs functions) {
        var configuration = configuration(directory.resolve("engines.log"));
        var context = Configurator.initialize(configuration);
        if (context.getConfiguration() != configuration) {
            // A context that an earlier cloud of this process began; doing this to a new one would close its file.
            context.reconfigure(configuration);
        }
        var engines = configuration.getAppender("engines");
        var routing = new LogRouting(functions, engines);
        routing.start();
        configuration.addAppender(routing);
        configuration.getRootLogger().addAppender(routing, null, null);
        context.updateLoggers();
        JdkLogBridge.install();
    }

    private static Configuration configuration(Path file) {
        var builder = ConfigurationBuilderFactory.newConfigurationBuilder();
        builder.setStatusLevel(Level.ERROR);
        builder.add(builder.newAppender("engines", "File")
                .addAttribute("fileName", file.toString())
                .add(builder.newLayout("PatternLayout")
                        .addAttribute("pattern", "%d{ISO8601} %-5p %c{1.} %m%n%throwable")));
        builder.add(builder.newRootLogger(Level.INFO));
        CHATTY.forEach(name -> builder.add(builder.newLogger(name, Level.WARN)));
        return builder.build();
    }
}
