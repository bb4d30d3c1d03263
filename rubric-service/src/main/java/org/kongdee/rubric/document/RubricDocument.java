package org.kongdee.rubric.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.kongdee.rubric.document.Tree.Mapping;
import org.kongdee.rubric.rule.RuleCompiler;
import org.kongdee.rubric.rule.Vocabulary;

/** Reads and writes rubrics as documents, in YAML or JSON, as {@link DocumentReader} says. */
public final class RubricDocument {

    /** The largest document, in bytes. */
    public static final int MAX_BYTES = DocumentReader.MAX_BYTES;

    private static final DocumentReader<Rubric> READER = new Reader();

    private RubricDocument() {}

    public static Reading<Rubric> parse(byte[] document) {
        return READER.read(document);
    }

    /**
     * The same of a text that is decoded already; of any length, since the canonical form of a
     * document may be longer than the document was.
     */
    public static Reading<Rubric> parse(String document) {
        return READER.read(document);
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

    private static final class Reader extends DocumentReader<Rubric> {

        Reader() {
            super(SchemaCheck.RUBRIC);
        }

        @Override
        Vocabulary vocabulary(Tree tree) {
            return Words.of(tree);
        }

        @Override
        void check(Mapping root, Checking checking) {
            MeaningCheck.check(root, checking);
        }

        @Override
        Rubric bind(Mapping root, RuleCompiler compiler) {
            return new Binder(compiler).rubric(root);
        }

        @Override
        List<Lint.Finding> lint(Rubric rubric) {
            return Lint.of(rubric);
        }
    }
}
