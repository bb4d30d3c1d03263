package org.kongdee.rubric.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kongdee.rubric.BuiltIn;
import org.kongdee.rubric.rule.RuleCompiler;
import org.kongdee.rubric.rule.Suggestions;
import org.kongdee.rubric.rule.Vocabulary;
import org.kongdee.web.text.LocalizedText;

/** What docs/rubric-format.md and docs/plans.md show works. */
class FormatPageTest {

    private static final Path PAGE = Path.of("../docs/rubric-format.md");
    private static final Path PLANS = Path.of("../docs/plans.md");
    private static final Set<String> KINDS =
            Set.of(
                    "communication",
                    "manual",
                    "manual-verified",
                    "flow-chart",
                    "social-activity",
                    "disclosure",
                    "k");

    private static final Vocabulary WORDS =
            new Vocabulary(Map.of(), Map.of("director", new LocalizedText("Director", "ผอ.")));

    @Test
    void theExampleIsARubricWithNothingOdd() throws IOException {
        Reading<Rubric> reading = RubricDocument.parse(blocks("yaml").getFirst());

        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        assertThat(((Reading.Accepted<Rubric>) reading).warnings()).isEmpty();
    }

    @Test
    void theGroupsDeductionsAndGatesAreThoseOfARubric() throws IOException {
        String head = "rubric: r\nversion: \"1\"\ntitle: {en: R}\naggregate: sum\n";

        Reading<Rubric> reading = RubricDocument.parse(head + blocks("yaml").get(1));

        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        Rubric rubric = ((Reading.Accepted<Rubric>) reading).content();
        assertThat(rubric.max()).isEqualByComparingTo("3");
        assertThat(rubric.of("SMALL").max()).isEqualByComparingTo("2");
    }

    @Test
    void theRulesAreRules() throws IOException {
        List<String> rules = blocks("cel").getFirst().lines().toList();

        assertThat(rules)
                .hasSize(5)
                .allSatisfy(
                        rule ->
                                assertThat(
                                                new RuleCompiler(new Suggestions(), WORDS)
                                                        .compile(rule, KINDS)
                                                        .faults())
                                        .isEmpty());
    }

    @Test
    void thePlanIsAPlanWithNothingOdd() throws IOException {
        Reading<Plan> reading =
                PlanDocument.parse(
                        blocks(PLANS, "yaml").getFirst().getBytes(StandardCharsets.UTF_8),
                        BuiltIn.secretariat());

        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        Reading.Accepted<Plan> accepted = (Reading.Accepted<Plan>) reading;
        assertThat(accepted.warnings()).isEmpty();
        assertThat(accepted.content().milestones()).isEqualTo(3);
    }

    private static List<String> blocks(String language) throws IOException {
        return blocks(PAGE, language);
    }

    private static List<String> blocks(Path page, String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(Files.readString(page))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
