package org.kongdee.web.contract;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.kongdee.web.problem.Problem;
import org.kongdee.web.problem.ProblemTitles;
import org.kongdee.web.text.Language;

/** Problems as a contract shows them: one named example for each type. */
final class Examples {

    /** The name of the answer that all operations share. */
    static final String REFUSED = "Refused";

    /** What is refused before an operation runs, and by which status. */
    static final Map<String, Integer> BEFORE =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("bad-request", 400),
                            Map.entry("malformed-body", 400),
                            Map.entry("unauthenticated", 401),
                            Map.entry("not-found", 404),
                            Map.entry("method-not-allowed", 405),
                            Map.entry("not-acceptable", 406),
                            Map.entry("too-slow", 408),
                            Map.entry("too-large", 413),
                            Map.entry("too-many-lines", 413),
                            Map.entry("address-too-long", 414),
                            Map.entry("unsupported-media-type", 415),
                            Map.entry("too-many-requests", 429),
                            Map.entry("headers-too-large", 431),
                            Map.entry("unavailable", 503)));

    private Examples() {}

    static APIResponse refused() {
        return OASFactory.createAPIResponse()
                .description(
                        "Refused before the operation ran, by 400, 401, 404, 405, 406, 408, 413, 414, 415, 429, 431 or 503."
                                + " Nothing was changed.")
                .content(content(BEFORE.keySet()));
    }

    /** The content of an answer that is a problem of one of {@code types}. */
    static Content content(Collection<String> types) {
        MediaType media =
                OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref(Usage.SCHEMAS + "Problem"));
        types.forEach(
                type ->
                        media.addExample(
                                type,
                                OASFactory.createExample().ref("#/components/examples/" + type)));
        return OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media);
    }

    static Example of(String type, int status) {
        String title = ProblemTitles.title(type, Language.EN);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", Problem.BASE + type);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", title + ".");
        problem.put("instance", "/v1");
        problem.put("requestId", "0f8fad5bd9cb469fa16570867728950e");
        problem.put("errors", List.of());
        return OASFactory.createExample().summary(title).value(problem);
    }
}
