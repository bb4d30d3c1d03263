package org.kongdee.web.contract;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.kongdee.web.problem.Problem;

/**
 * Adds to every operation of a contract the problems that any of them can answer, so that each is
 * described once. An operation's own description of a status wins.
 */
public class CommonAnswers implements OASFilter {

    private static final String PROBLEM_SCHEMA = "#/components/schemas/Problem";

    private static final SortedMap<String, String> ALWAYS =
            sorted(
                    "400",
                            "The request cannot be read: malformed JSON, a parameter or a constraint of this contract",
                    "406", "No type that Accept names can be answered",
                    "500", "Unexpected; the problem carries the request id and nothing else",
                    "503", "The database or a neighbour does not answer; try again");

    private static final SortedMap<String, String> SECURED =
            sorted(
                    "401", "No valid bearer token",
                    "403", "The caller's roles do not allow this");

    private static final SortedMap<String, String> WITH_BODY =
            sorted(
                    "413", "The body is too large",
                    "415", "The type of the body is not taken here");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        for (PathItem path : api.getPaths().getPathItems().values()) {
            path.getOperations().values().forEach(CommonAnswers::complete);
        }
    }

    /** Status and text in turn; in order, so that a contract is the same from every JVM. */
    private static SortedMap<String, String> sorted(String... statusAndText) {
        var map = new TreeMap<String, String>();
        for (int i = 0; i < statusAndText.length; i += 2) {
            map.put(statusAndText[i], statusAndText[i + 1]);
        }
        return Collections.unmodifiableSortedMap(map);
    }

    private static void complete(Operation operation) {
        ALWAYS.forEach((status, text) -> add(operation, status, text));
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            SECURED.forEach((status, text) -> add(operation, status, text));
        }
        if (operation.getRequestBody() != null) {
            WITH_BODY.forEach((status, text) -> add(operation, status, text));
        }
        operation.getResponses().getAPIResponses().forEach(CommonAnswers::asProblem);
    }

    private static void add(Operation operation, String status, String description) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            status, OASFactory.createAPIResponse().description(description));
        }
    }

    /** Every answer from 400 on is a problem. */
    private static void asProblem(String status, APIResponse response) {
        if (status.charAt(0) < '4') {
            return;
        }
        response.setContent(
                OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM_SCHEMA))));
    }
}
