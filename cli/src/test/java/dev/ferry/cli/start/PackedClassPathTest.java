package dev.ferry.cli.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedClassPathTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path place;

    @Test
    void packsDirectoriesAndLeavesJarsWhereTheyAre() throws IOException {
        Path classes = Files.createDirectories(place.resolve("classes/dev/ferry"));
        Files.writeString(classes.resolve("A.class"), "a");
        Path library = jar("library.jar", manifest());

        String[] packed = pack(place.resolve("classes"), library);

        assertThat(packed[1]).isEqualTo(library.toString());
        try (JarFile jar = new JarFile(packed[0])) {
            assertThat(jar.stream().map(JarEntry::getName)).containsExactly("dev/ferry/A.class");
        }
    }

    @Test
    void takesTheClassPathOutOfAManifestAndKeepsTheRest() throws IOException {
        Manifest leading = manifest();
        leading.getMainAttributes().put(Name.CLASS_PATH, ". other.jar");
        leading.getMainAttributes().put(Name.MULTI_RELEASE, "true");
        Path library = jar("leading.jar", leading);

        String[] packed = pack(library);

        assertThat(packed[0]).isNotEqualTo(library.toString());
        try (JarFile jar = new JarFile(packed[0])) {
            assertThat(jar.getManifest().getMainAttributes())
                    .doesNotContainKey(Name.CLASS_PATH)
                    .containsEntry(Name.MULTI_RELEASE, "true");
            assertThat(new String(jar.getInputStream(jar.getEntry("B.class")).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("b");
        }
    }

    private String[] pack(Path... entries) throws IOException {
        Path jars = Files.createDirectories(place.resolve("jars"));
        String joined = String.join(
                File.pathSeparator,
                java.util.Arrays.stream(entries).map(Path::toString).toList());
        return new PackedClassPath(jars).pack(joined).split(File.pathSeparator, -1);
    }

    private Path jar(String name, Manifest manifest) throws IOException {
        Path file = place.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            out.putNextEntry(new JarEntry("B.class"));
            out.write('b');
            out.closeEntry();
        }
        return file;
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }
}
