package org.kongdee.rubric.document;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.kongdee.rubric.rule.RuleCompiler;
import org.kongdee.rubric.rule.Suggestions;
import org.kongdee.web.text.Utf8;

/**
 * Reads and writes rubrics as documents, in YAML or JSON.
 *
 * <p>Reading never fails with an exception, whatever the input: it either gives a rubric, with what
 * is odd about it, or every fault of the document at once, in the order of their places. Only where
 * the text cannot be read at all, or its size, depth or {@link Budget} is out of bounds, it ends at
 * the first fault; and of very many faults the first are told, and how many more there are.
 */
public final class RubricDocument {

    /** The largest document, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    private static final int MOST_FAULTS = 1_000;
    private static final int MOST_WARNINGS = 100;

    /** What reading a document gives. */
    public sealed interface Reading {}

    /** A rubric without a fault, and what is odd about it: all of it, or the first so many. */
    public record Accepted(Rubric rubric, List<Fault> warnings) implements Reading {

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
    public record Refused(List<Fault> faults, int more) implements Reading {

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

    /**
     * The same of a text that is decoded already; of any length, since the canonical form of a
     * document may be longer than the document was.
     */
    public static Reading parse(String document) {
        var faults = new Faults(MOST_FAULTS);
        Tree tree = TreeReader.read(document, faults);
        if (tree == null) {
            return refused(faults);
        }
        var suggestions = new Suggestions();
        for (SchemaCheck.Finding finding : SchemaCheck.RUBRIC.check(tree, suggestions)) {
            faults.add(finding.path(), tree.placeOf(finding.path()), finding.message());
        }
        var compiler = new RuleCompiler(suggestions, Words.of(tree));
        MeaningCheck.check(tree, compiler, suggestions, new RulePlaces(document), faults);
        if (!faults.isEmpty()) {
            return refused(faults);
        }
        Rubric rubric = new Binder(compiler).rubric(tree);
        var odd = new Faults(MOST_WARNINGS);
        Lint.of(rubric).forEach(it -> odd.add(it.path(), tree.placeOf(it.path()), it.message()));
        return new Accepted(rubric, odd.first());
    }

    /** The JSON Schema (draft 2020-12) of the format. */
    public static String schema() {
        return SchemaCheck.RUBRIC.text();
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
        return new Refused(List.of(new Fault("", 1, 1, message)), 0);
    }

    private static Refused refused(Faults faults) {
        return new Refused(faults.first(), faults.more());
    }
}
