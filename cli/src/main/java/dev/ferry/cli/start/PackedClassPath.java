package dev.ferry.cli.start;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;

/// A class path as a cache of loaded classes needs it. The JVM caches no class that was read from a directory, and
/// nothing at all when the manifest of a jar leads to one: directories are packed into jars, and such a jar is copied
/// without its manifest's class path. Everything else stays where it is.
///
/// Source: JEP 483, "Ahead-of-Time Class Loading & Linking", on what a training run and its uses must share.
public final class PackedClassPath {
    private static final Name CLASS_PATH = Name.CLASS_PATH;

    private final Path directory;

    /// @param directory where the jars are written; what they replace must not be in use
    public PackedClassPath(Path directory) {
        this.directory = directory;
    }

    /// Packs the class path of this process and writes it, in one line, to `class.path` in the directory given.
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        String packed = new PackedClassPath(directory).pack(System.getProperty("java.class.path", ""));
        Files.writeString(directory.resolve("class.path"), packed);
    }

    /// The same class path, packed.
    public String pack(String classPath) throws IOException {
        List<String> packed = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            packed.add(packed(Path.of(entry), packed.size()).toString());
        }
        return String.join(File.pathSeparator, packed);
    }

    private Path packed(Path entry, int position) throws IOException {
        if (Files.isDirectory(entry)) {
            return ofDirectory(entry, directory.resolve("%03d.jar".formatted(position)));
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            Manifest manifest = jar.getManifest();
            return manifest == null || !manifest.getMainAttributes().containsKey(CLASS_PATH)
                    ? entry
                    : withoutClassPath(jar, manifest, directory.resolve("%03d.jar".formatted(position)));
        }
    }

    private static Path ofDirectory(Path classes, Path to) throws IOException {
        try (JarOutputStream jar = jar(to);
                Stream<Path> found = Files.walk(classes)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                jar.putNextEntry(new JarEntry(name));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
        return to;
    }

    private static Path withoutClassPath(JarFile from, Manifest manifest, Path to) throws IOException {
        manifest.getMainAttributes().remove(CLASS_PATH);
        try (JarOutputStream jar = jar(to)) {
            jar.putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
            manifest.write(jar);
            jar.closeEntry();
            for (JarEntry entry : from.stream().toList()) {
                if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    jar.putNextEntry(new JarEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(jar);
                    jar.closeEntry();
                }
            }
        }
        return to;
    }

    private static JarOutputStream jar(Path to) throws IOException {
        OutputStream out = Files.newOutputStream(to);
        JarOutputStream jar = new JarOutputStream(out);
        jar.setLevel(Deflater.NO_COMPRESSION);
        return jar;
    }
}
