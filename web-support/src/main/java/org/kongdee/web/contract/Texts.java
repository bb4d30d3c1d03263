package org.kongdee.web.contract;

import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.kongdee.web.text.Text;

/**
 * Tells by a format which strings of requests are of one line and which of several, unless they are
 * of few values or letters anyway. A pattern could tell it too, but not to all generators.
 */
final class Texts {

    /** A control between letters, which only a pattern that says little lets through. */
    private static final String ODD = "a\u202Ea";

    private Texts() {}

    /** Tells it of a schema and of all that are inside it. */
    static void tell(Schema schema, Text text) {
        Usage.inner(schema).forEach(inner -> tell(inner, text));
        if (schema.getAdditionalPropertiesSchema() != null && schema.getPropertyNames() == null) {
            schema.setPropertyNames(OASFactory.createSchema().format(Text.LINE.format()));
        }
        if (schema.getRef() == null
                && schema.getType() != null
                && schema.getType().contains(SchemaType.STRING)
                && schema.getFormat() == null
                && (schema.getEnumeration() == null || schema.getEnumeration().isEmpty())
                && (schema.getPattern() == null
                        || Pattern.compile(schema.getPattern()).matcher(ODD).find())) {
            schema.setFormat(text.format());
        }
    }
}
