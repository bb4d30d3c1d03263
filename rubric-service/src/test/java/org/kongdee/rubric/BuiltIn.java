package org.kongdee.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.RubricDocument;

/** The rubrics that come with the service. */
public final class BuiltIn {

    private static final Rubric CONTEST = rubric("division-contest-2565");
    private static final Rubric ITA = rubric("ita-2564");

    private BuiltIn() {}

    public static Rubric contest() {
        return CONTEST;
    }

    public static Rubric ita() {
        return ITA;
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
        RubricDocument.Reading reading = RubricDocument.parse(document(name));
        assertThat(reading).as(name).isInstanceOf(RubricDocument.Accepted.class);
        return ((RubricDocument.Accepted) reading).rubric();
    }
}
