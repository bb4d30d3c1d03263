package org.kongdee.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the documentation says of files is made of the code. {@code -Ddocs.update} writes it anew.
 */
class FilesTableTest {

    private static final Path PAGE = Path.of("../docs/evidence.md");
    private static final String BEGIN =
            "<!-- Made of FileFormat and Refusal: -Dtest=FilesTableTest -Ddocs.update writes it anew. -->\n";
    private static final String END = "<!-- End of what is made. -->\n";

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if (System.getProperty("docs.update") != null) {
            page = page.substring(0, begin) + tables() + page.substring(end);
            Files.writeString(PAGE, page);
            end = page.indexOf(END);
        }

        assertThat(page.substring(begin, end))
                .as("-Ddocs.update writes it anew")
                .isEqualTo(tables());
    }

    private static String tables() {
        return table(
                        "| taken | media type | names end in | when |",
                        Stream.of(FileFormat.values()).map(FilesTableTest::row))
                + "\n"
                + table(
                        "| refused | problem | why, and what to do |",
                        Stream.of(Refusal.values()).map(FilesTableTest::row));
    }

    private static String table(String head, Stream<String> rows) {
        return head
                + "\n"
                + "|---".repeat((int) head.chars().filter(c -> c == '|').count() - 1)
                + "|\n"
                + rows.collect(Collectors.joining());
    }

    private static String row(FileFormat format) {
        return "| %s | `%s` | %s | %s |\n"
                .formatted(
                        format.title(),
                        format.mediaType(),
                        format.extensions().stream()
                                .map(extension -> "`." + extension + "`")
                                .collect(Collectors.joining(" ")),
                        format.condition());
    }

    private static String row(Refusal refusal) {
        return "| %s | `%s` | %s |\n".formatted(refusal.what(), refusal.slug(), refusal.why());
    }
}
