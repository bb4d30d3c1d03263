package org.kongdee.rubric.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.rule.Rule;
import org.kongdee.rubric.rule.RuleCompiler;
import org.kongdee.rubric.rule.Suggestions;
import org.kongdee.rubric.rule.Vocabulary;
import org.kongdee.rubric.scoring.Obligations.Rules;

/** Compiles the rules that plans name, each once. */
@ApplicationScoped
public class PlanRules {

    private static final int MOST = 5_000;

    private final Cache<Key, Rule> compiled = Caffeine.newBuilder().maximumSize(MOST).build();

    private record Key(String source, List<String> kinds, Vocabulary vocabulary) {}

    /** The rules of plans for a rubric, each of which was checked when its plan was written. */
    public Rules of(Rubric rubric) {
        Vocabulary vocabulary = rubric.vocabulary();
        return (criterion, source) ->
                compiled.get(
                        new Key(source, criterion.kinds(), vocabulary),
                        _ -> compile(criterion, source, vocabulary));
    }

    private static Rule compile(Criterion criterion, String source, Vocabulary vocabulary) {
        RuleCompiler.Compilation compilation =
                new RuleCompiler(new Suggestions(), vocabulary)
                        .compile(source, Set.copyOf(criterion.kinds()));
        return Objects.requireNonNull(
                compilation.rule(), () -> "a plan's rule has faults: " + compilation.faults());
    }
}
