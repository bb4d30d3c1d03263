package org.kongdee.evidence.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.facts.FactsRepository.Group;
import org.kongdee.evidence.facts.UnitFacts.Days;
import org.kongdee.evidence.facts.UnitFacts.FieldSet;
import org.kongdee.evidence.facts.UnitFacts.KindFacts;
import org.kongdee.evidence.facts.UnitFacts.SectionFacts;

class KindTallyTest {

    private static Group group(
            @Nullable String section,
            List<String> fields,
            long count,
            String first,
            String last,
            List<String> channels,
            @Nullable String coverage) {
        return new Group(
                "2.4",
                "report",
                section,
                fields,
                count,
                LocalDate.parse(first),
                LocalDate.parse(last),
                channels,
                coverage);
    }

    private static KindFacts facts(Group... groups) {
        var tally = new KindTally(groups[0]);
        for (Group group : groups) {
            tally.add(group);
        }
        return tally.facts();
    }

    @Test
    void addsUpWhatIsOfOneKind() {
        KindFacts facts =
                facts(
                        group(null, List.of(), 1, "2022-01-05", "2022-01-05", List.of(), null),
                        group(
                                "LEGAL",
                                List.of(),
                                2,
                                "2022-01-03",
                                "2022-01-04",
                                List.of("line"),
                                null),
                        group(
                                "LEGAL",
                                List.of("director"),
                                3,
                                "2021-12-01",
                                "2022-01-02",
                                List.of("line", "website"),
                                null),
                        group(
                                "PLAN",
                                List.of("director"),
                                4,
                                "2022-01-01",
                                "2022-03-01",
                                List.of(),
                                null));

        assertThat(facts.count()).isEqualTo(10);
        assertThat(facts.first()).isEqualTo("2021-12-01");
        assertThat(facts.last()).isEqualTo("2022-03-01");
        assertThat(facts.channels()).containsExactly("line", "website");
        assertThat(facts.sections())
                .isEqualTo(
                        Map.of(
                                "LEGAL", new SectionFacts(5, LocalDate.parse("2021-12-01")),
                                "PLAN", new SectionFacts(4, LocalDate.parse("2022-01-01"))));
        assertThat(facts.fieldSets()).containsExactly(new FieldSet(List.of("director"), 7));
        assertThat(facts.coverage()).isEmpty();
    }

    @Test
    void takesTheMergedDaysOnceAndToTheirLast() {
        String days = "{[2022-01-01,2022-02-01),[2022-03-05,2022-03-06)}";

        KindFacts facts =
                facts(
                        group("LEGAL", List.of(), 1, "2022-01-03", "2022-01-03", List.of(), days),
                        group("PLAN", List.of(), 1, "2022-03-05", "2022-03-05", List.of(), days));

        assertThat(facts.coverage())
                .containsExactly(
                        new Days(LocalDate.parse("2022-01-01"), LocalDate.parse("2022-01-31")),
                        new Days(LocalDate.parse("2022-03-05"), LocalDate.parse("2022-03-05")));
    }
}
