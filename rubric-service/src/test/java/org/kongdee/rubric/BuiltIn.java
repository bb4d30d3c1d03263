package org.kongdee.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.kongdee.rubric.document.Plan;
import org.kongdee.rubric.document.PlanBasis;
import org.kongdee.rubric.document.PlanDocument;
import org.kongdee.rubric.document.Reading;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.RubricDocument;
import org.kongdee.rubric.facts.Period;

/** The rubrics that come with the service, and the plan of the Secretariat. */
public final class BuiltIn {

    /** The period of the contest of 2565. */
    public static final Period YEAR_2565 =
            new Period(LocalDate.of(2021, 8, 1), LocalDate.of(2022, 7, 30));

    /** The sections of the Secretariat. */
    public static final List<String> SLK =
            List.of(
                    "LEGAL",
                    "PLAN",
                    "FINANCE",
                    "PERSONNEL",
                    "HR-DEVELOPMENT",
                    "PUBLIC-RELATIONS",
                    "EXECUTIVE-SUPPORT",
                    "RECORDS",
                    "SUPPLY");

    private static final Rubric CONTEST = rubric("division-contest-2565");
    private static final Rubric ITA = rubric("ita-2564");

    private BuiltIn() {}

    public static Rubric contest() {
        return CONTEST;
    }

    public static Rubric ita() {
        return ITA;
    }

    /**
     * The contest, but for that unit cost need not apply: the real one exempts nobody from
     * anything.
     */
    public static String contestThatExempts() {
        return new String(document("division-contest-2565"), StandardCharsets.UTF_8)
                .replaceAll(
                        "(?m)^( +)- code: \"7\\.1\\.[1-3]\"$", "$0\n$1  notApplicable: allowed");
    }

    /** What the Secretariat's plan is held against. */
    public static PlanBasis secretariat() {
        return new PlanBasis(CONTEST, Set.copyOf(SLK), YEAR_2565);
    }

    public static Plan plan() {
        Reading<Plan> reading = PlanDocument.parse(planDocument(), secretariat());
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted<Plan>) reading).content();
    }

    /** The plan as it is shipped. */
    public static byte[] planDocument() {
        try {
            return Files.readAllBytes(Path.of("../plans/slk-2565.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document as it is shipped. */
    public static byte[] document(String name) {
        try (InputStream in = BuiltIn.class.getResourceAsStream("/rubrics/" + name + ".yaml")) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rubric rubric(String name) {
        Reading<Rubric> reading = RubricDocument.parse(document(name));
        assertThat(reading).as(name).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted<Rubric>) reading).content();
    }
}
