package org.kongdee.rubric.document;

import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kongdee.rubric.document.Tree.Mapping;
import org.kongdee.rubric.rule.RuleCompiler;
import org.kongdee.rubric.rule.Suggestions;
import org.kongdee.web.text.Utf8;

/**
 * Reads and writes plans as documents, in YAML or JSON: whole, or what is planned for one
 * criterion.
 *
 * <p>As of {@link RubricDocument}, reading never fails with an exception, and tells every fault at
 * once. A field that is {@code null} is a field that is not there.
 */
public final class PlanDocument {

    /** The largest document, in bytes. */
    public static final int MAX_BYTES = RubricDocument.MAX_BYTES;

    private static final int MOST_FAULTS = 1_000;
    private static final int MOST_WARNINGS = 100;

    /** What reading a document gives: a {@link Plan} or a {@link PlanEntry}, or its faults. */
    public sealed interface Reading<T> {}

    /** A document without a fault, and what is odd about it: all of it, or the first so many. */
    public record Accepted<T>(T plan, List<Fault> warnings) implements Reading<T> {

        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * What is wrong with the document.
     *
     * @param faults all of it, or the first {@value #MOST_FAULTS}; never empty
     * @param more how many faults there are besides
     */
    public record Refused<T>(List<Fault> faults, int more) implements Reading<T> {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    private PlanDocument() {}

    /** Reads a whole plan. */
    public static Reading<Plan> parse(byte[] document, PlanBasis basis) {
        return read(document, SchemaCheck.PLAN, new Whole(basis));
    }

    /** Reads what is planned for one criterion, which the rubric has. */
    public static Reading<PlanEntry> parseEntry(
            byte[] document, Criterion criterion, PlanBasis basis) {
        return read(document, SchemaCheck.PLAN_ENTRY, new One(criterion, basis));
    }

    /** What is odd about a plan; each is for people to confirm. */
    public static List<Fault> warnings(Plan plan, PlanBasis basis) {
        var odd = new Faults(MOST_WARNINGS);
        PlanLint.of(plan, basis).forEach(it -> odd.add(it.path(), Tree.Place.START, it.message()));
        return odd.first();
    }

    /**
     * What has become wrong with a plan that was right once: its rubric, its unit or its cycle may
     * have changed since.
     */
    public static List<Fault> faults(Plan plan, PlanBasis basis) {
        // What was written may be longer than what was read.
        return switch (read(toYaml(plan), SchemaCheck.PLAN, new Whole(basis))) {
            case Accepted<Plan> _ -> List.of();
            case Refused<Plan> refused -> refused.faults();
        };
    }

    /** YAML, as plans are kept in files. */
    public static String toYaml(Plan plan) {
        return DocumentWriter.yaml(plan);
    }

    /** The JSON Schema (draft 2020-12) of the format. */
    public static String schema() {
        return SchemaCheck.PLAN.text();
    }

    /** What differs between a whole plan and one entry. */
    private interface Form<T> {

        void check(Mapping root, PlanCheck check);

        T bind(Mapping root);

        List<Lint.Finding> odd(T plan);

        PlanBasis basis();
    }

    private record Whole(PlanBasis basis) implements Form<Plan> {

        @Override
        public void check(Mapping root, PlanCheck check) {
            check.plan(root);
        }

        @Override
        public Plan bind(Mapping root) {
            Mapping criteria = (Mapping) root.required("criteria");
            Map<String, PlanEntry> entries = new LinkedHashMap<>();
            for (Criterion criterion : basis.rubric().criteria()) {
                if (criteria.get(criterion.code()) instanceof Mapping entry) {
                    entries.put(criterion.code(), PlanBinder.entry(entry));
                }
            }
            return new Plan(entries);
        }

        @Override
        public List<Lint.Finding> odd(Plan plan) {
            return PlanLint.of(plan, basis);
        }
    }

    private record One(Criterion criterion, PlanBasis basis) implements Form<PlanEntry> {

        @Override
        public void check(Mapping root, PlanCheck check) {
            check.entry(criterion, root, "");
        }

        @Override
        public PlanEntry bind(Mapping root) {
            return PlanBinder.entry(root);
        }

        /** What is odd is told of the whole plan, by whoever has all of it. */
        @Override
        public List<Lint.Finding> odd(PlanEntry entry) {
            return List.of();
        }
    }

    private static <T> Reading<T> read(byte[] document, SchemaCheck schema, Form<T> form) {
        if (document.length > MAX_BYTES) {
            return refused("a document has at most " + MAX_BYTES + " bytes");
        }
        try {
            return read(Utf8.decode(document), schema, form);
        } catch (CharacterCodingException e) {
            return refused("the document is not UTF-8");
        }
    }

    private static <T> Reading<T> read(String text, SchemaCheck schema, Form<T> form) {
        var faults = new Faults(MOST_FAULTS);
        Tree read = TreeReader.read(text, faults);
        if (read == null) {
            return refused(faults);
        }
        Tree tree = read.withoutNulls();
        var suggestions = new Suggestions();
        schema.check(tree, suggestions)
                .forEach(it -> faults.add(it.path(), tree.placeOf(it.path()), it.message()));
        if (tree instanceof Mapping root) {
            var compiler = new RuleCompiler(suggestions, form.basis().rubric().vocabulary());
            form.check(
                    root,
                    new PlanCheck(
                            form.basis(), compiler, suggestions, new RulePlaces(text), faults));
        }
        if (!faults.isEmpty()) {
            return refused(faults);
        }
        T plan = form.bind((Mapping) tree);
        var odd = new Faults(MOST_WARNINGS);
        form.odd(plan).forEach(it -> odd.add(it.path(), tree.placeOf(it.path()), it.message()));
        return new Accepted<>(plan, odd.first());
    }

    private static <T> Refused<T> refused(String message) {
        return new Refused<>(List.of(new Fault("", 1, 1, message)), 0);
    }

    private static <T> Refused<T> refused(Faults faults) {
        return new Refused<>(faults.first(), faults.more());
    }
}
