package org.kongdee.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JavadocTest {

    @Test
    void isItsFirstParagraphAndItsParameters() {
        Javadoc javadoc =
                Javadoc.of(
                        """
                         A score. Two
                         lines of it.

                         <p>What only developers need.

                         @param points what it is worth, {@code 1.5} of {@link Criterion#max()}
                         @param note for people;
                             counts for nothing
                         @param <T> of anything
                         @throws IllegalStateException never
                        """);

        assertThat(javadoc.summary()).isEqualTo("A score. Two lines of it.");
        assertThat(javadoc.params())
                .isEqualTo(
                        Map.of(
                                "points",
                                "What it is worth, `1.5` of max",
                                "note",
                                "For people; counts for nothing"));
    }

    @Test
    void showsMarkupAsText() {
        Javadoc javadoc =
                Javadoc.of(" {@code {\"rung\":2}} or <em>less</em> &lt;= {@link Claim a claim}");

        assertThat(javadoc.summary()).isEqualTo("`{\"rung\":2}` or less <= a claim");
    }

    @Test
    void mayBeEmpty() {
        assertThat(Javadoc.of("").summary()).isEmpty();
    }
}
