package org.kongdee.test.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.kongdee.test.TestTokens;

/** Tokens of everybody who may call: each role in turn by chance, officers those of one unit. */
public final class RandomTokens implements Function<Random, String> {

    private final List<String> tokens = new ArrayList<>();

    public RandomTokens(String unit) {
        for (String role : List.of("organiser", "author", "viewer", "automation", "service")) {
            tokens.add(TestTokens.token(role));
        }
        // Twice, as most operations are theirs.
        tokens.add(TestTokens.token("organiser"));
        tokens.add(TestTokens.token("officer", unit));
        tokens.add(TestTokens.token("officer", unit));
        tokens.add(TestTokens.token("second-officer", "officer", unit));
        tokens.add(TestTokens.token("assessor", "EXTERNAL"));
    }

    @Override
    public String apply(Random random) {
        return tokens.get(random.nextInt(tokens.size()));
    }
}
