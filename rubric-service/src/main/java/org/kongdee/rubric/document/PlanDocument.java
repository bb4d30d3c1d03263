package org.kongdee.rubric.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kongdee.rubric.document.Tree.Mapping;
import org.kongdee.rubric.rule.RuleCompiler;
import org.kongdee.rubric.rule.Vocabulary;

/**
 * Reads and writes plans as documents, in YAML or JSON, as {@link DocumentReader} says: whole, or
 * what is planned for one criterion. A field that is {@code null} is a field that is not there.
 */
public final class PlanDocument {

    /** The largest document, in bytes. */
    public static final int MAX_BYTES = DocumentReader.MAX_BYTES;

    private PlanDocument() {}

    /** Reads a whole plan. */
    public static Reading<Plan> parse(byte[] document, PlanBasis basis) {
        return new Whole(basis).read(document);
    }

    /** Reads what is planned for one criterion, which the rubric has. */
    public static Reading<PlanEntry> parseEntry(
            byte[] document, Criterion criterion, PlanBasis basis) {
        return new One(criterion, basis).read(document);
    }

    /** What is odd about a plan; each is for people to confirm. */
    public static List<Warning> warnings(Plan plan, PlanBasis basis) {
        var odd = new Faults(DocumentReader.MOST_WARNINGS);
        PlanLint.of(plan, basis).forEach(it -> odd.add(it.path(), Tree.Place.START, it.message()));
        return Warning.of(odd);
    }

    /**
     * What has become wrong with a plan that was right once: its rubric, its unit or its cycle may
     * have changed since.
     */
    public static List<Fault> faults(Plan plan, PlanBasis basis) {
        // What was written may be longer than what was read.
        return switch (new Whole(basis).read(toYaml(plan))) {
            case Reading.Accepted<Plan> _ -> List.of();
            case Reading.Refused<Plan> refused -> refused.faults();
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

    private abstract static class Reader<T> extends DocumentReader<T> {

        final PlanBasis basis;

        Reader(SchemaCheck schema, PlanBasis basis) {
            super(schema);
            this.basis = basis;
        }

        @Override
        Tree meant(Tree read) {
            return read.withoutNulls();
        }

        @Override
        Vocabulary vocabulary(Tree tree) {
            return basis.rubric().vocabulary();
        }
    }

    private static final class Whole extends Reader<Plan> {

        Whole(PlanBasis basis) {
            super(SchemaCheck.PLAN, basis);
        }

        @Override
        void check(Mapping root, Checking checking) {
            new PlanCheck(basis, checking).plan(root);
        }

        @Override
        Plan bind(Mapping root, RuleCompiler compiler) {
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
        List<Lint.Finding> lint(Plan plan) {
            return PlanLint.of(plan, basis);
        }
    }

    private static final class One extends Reader<PlanEntry> {

        private final Criterion criterion;

        One(Criterion criterion, PlanBasis basis) {
            super(SchemaCheck.PLAN_ENTRY, basis);
            this.criterion = criterion;
        }

        @Override
        void check(Mapping root, Checking checking) {
            new PlanCheck(basis, checking).entry(criterion, root, "");
        }

        @Override
        PlanEntry bind(Mapping root, RuleCompiler compiler) {
            return PlanBinder.entry(root);
        }

        /** What is odd is told of the whole plan, by whoever has all of it. */
        @Override
        List<Lint.Finding> lint(PlanEntry entry) {
            return List.of();
        }
    }
}
