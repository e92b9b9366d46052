package dev.ferry.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A JVM of its own with the class path of the tests, to be killed.
public final class ChildJvm {
    private ChildJvm() {}

    /// A process that has not been started; its error output joins its output.
    ///
    /// @param megabytes the most that its heap takes
    /// @param arguments of its `main`
    public static ProcessBuilder of(Class<?> main, int megabytes, Object... arguments) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                main.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }
}
