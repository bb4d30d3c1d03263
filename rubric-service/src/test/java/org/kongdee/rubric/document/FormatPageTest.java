package org.kongdee.rubric.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kongdee.rubric.rule.RuleCompiler;
import org.kongdee.rubric.rule.Suggestions;

/** What docs/rubric-format.md shows works. */
class FormatPageTest {

    private static final Path PAGE = Path.of("../docs/rubric-format.md");
    private static final Set<String> KINDS =
            Set.of("communication", "manual", "manual-verified", "flow-chart", "disclosure", "k");

    @Test
    void theExampleIsARubricWithNothingOdd() throws IOException {
        RubricDocument.Reading reading = RubricDocument.parse(blocks("yaml").getFirst());

        assertThat(reading).isInstanceOf(RubricDocument.Accepted.class);
        assertThat(((RubricDocument.Accepted) reading).warnings()).isEmpty();
    }

    @Test
    void theRulesAreRules() throws IOException {
        List<String> rules = blocks("cel").getFirst().lines().toList();

        assertThat(rules)
                .hasSize(4)
                .allSatisfy(
                        rule ->
                                assertThat(
                                                new RuleCompiler(new Suggestions())
                                                        .compile(rule, KINDS)
                                                        .faults())
                                        .isEmpty());
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
