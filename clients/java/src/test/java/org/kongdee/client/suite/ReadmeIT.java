package org.kongdee.client.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of the README, one after the other as one program, at another suite and cycle. */
class ReadmeIT {

    private static final Pattern SNIPPET =
            Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir private Path folder;

    @Test
    void snippetsRun() throws Exception {
        String cycle = World.cycleOfSlk();
        Files.writeString(
                folder.resolve("scores.csv"),
                "unit,criterion,claim,note\nSLK,1.1.2,2,\nSLK,1.1.3,1,บันทึก\n");
        Files.writeString(folder.resolve("Readme.java"), program(cycle));
        compile(folder.resolve("Readme.java"));
        ProcessBuilder java =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        folder + File.pathSeparator + System.getProperty("java.class.path"),
                        "Readme");
        java.environment().put("KONGDEE_CLIENT_SECRET", World.setting("AUTOMATION_SECRET"));
        Path log = folder.resolve("log");
        Process program =
                java.directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        assertThat(program.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(log)).contains("taken: 2").endsWith("ran to its end\n");
        assertThat(program.exitValue()).isZero();
    }

    private static String program(String cycle) throws Exception {
        var imports = new TreeSet<String>();
        var statements = new ArrayList<String>();
        var snippets = SNIPPET.matcher(Files.readString(Path.of("README.md")));
        while (snippets.find()) {
            for (String line : snippets.group(1).split("\n", -1)) {
                if (line.startsWith("import ")) {
                    imports.add(line);
                } else {
                    statements.add(line);
                }
            }
        }
        assertThat(imports).isNotEmpty();
        return (String.join("\n", imports)
                        + "\nclass Readme {\npublic static void main(String... args) throws Exception {\n"
                        + String.join("\n", statements)
                        + "\nSystem.out.print(\"ran to its end\\n\");\n}\n}\n")
                .replace("http://localhost:8081", World.setting("RUBRIC_URL"))
                .replace("http://localhost:8082", World.setting("EVIDENCE_URL"))
                .replace("http://localhost:8083", World.setting("NOTIFICATION_URL"))
                .replace("http://localhost:8084", World.setting("ISSUER_URL"))
                .replace("division-contest-2570", cycle);
    }

    private static void compile(Path source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled =
                    compiler.getTask(
                                    said,
                                    files,
                                    null,
                                    List.of(
                                            "--release",
                                            "17",
                                            "-cp",
                                            System.getProperty("java.class.path"),
                                            "-d",
                                            source.getParent().toString()),
                                    null,
                                    files.getJavaFileObjects(source))
                            .call();
            assertThat(compiled).as(said.toString()).isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
