package org.kongdee.rubric.document;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kongdee.rubric.document.Tree.Place;
import org.kongdee.rubric.rule.RuleCompiler;
import org.kongdee.web.text.Utf8;

/**
 * Reads and writes rubrics as documents, in YAML or JSON.
 *
 * <p>Reading never fails with an exception, whatever the input: it either gives a rubric, with what
 * is odd about it, or every fault of the document at once, in the order of their places. Only where
 * the text cannot be read at all, or its size or depth is out of bounds, it ends at the first
 * fault.
 */
public final class RubricDocument {

    /** The largest document, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    /** What reading a document gives. */
    public sealed interface Reading {}

    /** A rubric without a fault, and what is odd about it. */
    public record Accepted(Rubric rubric, List<Fault> warnings) implements Reading {

        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /** All that is wrong with the document; never empty. */
    public record Refused(List<Fault> faults) implements Reading {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    private RubricDocument() {}

    public static Reading parse(byte[] document) {
        if (document.length > MAX_BYTES) {
            return tooLarge();
        }
        try {
            return parse(Utf8.decode(document));
        } catch (CharacterCodingException e) {
            return refused("the document is not UTF-8");
        }
    }

    public static Reading parse(String document) {
        if (document.length() > MAX_BYTES) {
            return tooLarge();
        }
        TreeReader.Reading reading = TreeReader.read(document);
        Set<Fault> faults = new TreeSet<>(reading.faults());
        Tree tree = reading.tree();
        if (tree == null) {
            return new Refused(List.copyOf(faults));
        }
        for (SchemaCheck.Finding finding : SchemaCheck.check(tree)) {
            faults.add(placed(tree, finding.path(), finding.message()));
        }
        RuleCompiler compiler = new RuleCompiler();
        faults.addAll(MeaningCheck.check(tree, compiler, document));
        if (!faults.isEmpty()) {
            return new Refused(List.copyOf(faults));
        }
        Rubric rubric = new Binder(compiler).rubric(tree);
        List<Fault> warnings = new ArrayList<>();
        Lint.of(rubric).forEach(odd -> warnings.add(placed(tree, odd.path(), odd.message())));
        return new Accepted(rubric, warnings.stream().sorted().toList());
    }

    /** The JSON Schema (draft 2020-12) of the format. */
    public static String schema() {
        return SchemaCheck.SCHEMA;
    }

    /**
     * The canonical form: JSON without spaces, fields in a fixed order, numbers without zeros at
     * their end.
     */
    public static String toJson(Rubric rubric) {
        return DocumentWriter.json(rubric);
    }

    /** YAML for people to read; says the same as {@link #toJson}. */
    public static String toYaml(Rubric rubric) {
        return DocumentWriter.yaml(rubric);
    }

    /** SHA-256 of the canonical form, in hexadecimal: equal exactly for equal rubrics. */
    public static String hash(Rubric rubric) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha256.digest(toJson(rubric).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static Reading tooLarge() {
        return refused("a document has at most " + MAX_BYTES + " bytes");
    }

    private static Refused refused(String message) {
        return new Refused(List.of(new Fault("", 1, 1, message)));
    }

    private static Fault placed(Tree tree, String path, String message) {
        Place place = placeOf(tree, path);
        return new Fault(path, place.line(), place.column(), message);
    }

    /** Where a pointer leads: the name of a field that is unknown, else the value. */
    private static Place placeOf(Tree tree, String path) {
        Tree at = tree;
        Place place = tree.place();
        for (String step :
                path.isEmpty() ? List.<String>of() : List.of(path.substring(1).split("/", -1))) {
            if (at instanceof Tree.Mapping mapping) {
                Tree.Field field = mapping.fields().get(step.replace("~1", "/").replace("~0", "~"));
                if (field == null) {
                    return place;
                }
                at = field.value();
                place = field.place();
            } else if (at instanceof Tree.Sequence sequence) {
                at = sequence.items().get(Integer.parseInt(step));
                place = at.place();
            } else {
                return place;
            }
        }
        return place;
    }
}
