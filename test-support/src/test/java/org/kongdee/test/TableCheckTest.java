package org.kongdee.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCheckTest {

    private static final Map<String, List<String>> TABLES =
            Map.of("unit", List.of("unit"), "score", List.of("score"));

    @TempDir Path folder;

    @BeforeEach
    void makeAService() throws IOException {
        write(
                "scripts/V1__create.sql",
                "-- why\ncreate table unit (a text);\ncreate table score (a text);");
        write("java/unit/Units.java", "String sql = \"select a from unit\";");
    }

    @Test
    void letsARoomAboveReadAndTheOwnerWrite() throws IOException {
        write(
                "java/score/Scores.java",
                """
                import org.kongdee.rubric.unit.Units;
                String read = "select a from score s, unit u where s.a = u.a for no key update of u";
                String write = "insert into score select a from unit join score using (a)";
                """);

        assertThat(faults()).isEmpty();
    }

    @Test
    void findsReadsFromBesideInCommaListsToo() throws IOException {
        write(
                "java/score/Scores.java",
                "String sql = \"select 1 from score as s, unit u where true\";");

        assertThat(faults()).containsExactly("Scores.java: score reads unit, which is unit's");
        assertThat(faults("score reads unit")).isEmpty();
    }

    @Test
    void excusesNoReadFromBelow() throws IOException {
        write(
                "java/unit/Units.java",
                "import org.kongdee.rubric.score.Scores;\nString sql = \"select a from unit\";");
        write("java/score/Scores.java", "String sql = \"select 1 from unit\";");

        assertThat(faults("score reads unit"))
                .containsExactly("Scores.java: score reads unit, which is unit's");
    }

    @Test
    void findsWritesFromAboveInTextBlocks() throws IOException {
        write(
                "java/score/Scores.java",
                "import org.kongdee.rubric.unit.Units;\nString sql = \"\"\"\n  with w as (update unit\n set a = 1) select 1\"\"\";");

        assertThat(faults()).containsExactly("Scores.java: score writes unit, which is unit's");
        assertThat(faults("score writes unit")).isEmpty();
    }

    @Test
    void findsTablesThatNobodyOwnsAndExceptionsThatNobodyNeeds() throws IOException {
        write("scripts/V2__create.sql", "-- why\ncreate table stray (a text);");

        assertThat(faults("score writes unit"))
                .containsExactly(
                        "nobody owns the table stray", "no longer true: score writes unit");
    }

    private List<String> faults(String... exceptions) throws IOException {
        return TableCheck.faults(
                folder.resolve("java"), folder.resolve("scripts"), TABLES, Set.of(exceptions));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
