package org.kongdee.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.kongdee.test.PublishedContract.Operation;

/**
 * Holds an exchange with a faked neighbour against the contract that the neighbour publishes, so
 * that neither the client's requests nor the fake's answers drift from it.
 */
final class ContractCheck {

    private final PublishedContract contract;

    ContractCheck(PublishedContract contract) {
        this.contract = contract;
    }

    /** Everything in an exchange that the contract does not allow. Bodies may be empty. */
    List<String> faults(String method, URI uri, String request, int status, String response) {
        Optional<Operation> found = contract.operation(method, uri.getRawPath());
        if (found.isEmpty()) {
            return List.of("there is no " + method + " " + uri.getPath());
        }
        Operation operation = found.get();
        List<String> faults = new ArrayList<>();
        checkQuery(operation.node(), uri, faults);
        JsonNode expected = operation.node().at("/requestBody/content/application~1json/schema");
        if (!expected.isMissingNode()) {
            AnswerCheck.json(contract.schema(expected), request, faults);
        } else if (!request.isEmpty()) {
            faults.add("request: a body is not expected");
        }
        Optional<JsonNode> answer = operation.answer(status);
        if (answer.isEmpty()) {
            faults.add("response: %d is not among the answers".formatted(status));
        } else if (answer.get().at("/content/application~1json/schema")
                instanceof ObjectNode schema) {
            AnswerCheck.json(contract.schema(schema), response, faults);
        }
        return faults;
    }

    private static void checkQuery(JsonNode operation, URI uri, List<String> faults) {
        if (uri.getQuery() == null) {
            return;
        }
        List<String> known =
                StreamSupport.stream(operation.path("parameters").spliterator(), false)
                        .filter(parameter -> parameter.path("in").asText().equals("query"))
                        .map(parameter -> parameter.path("name").asText())
                        .toList();
        for (String pair : uri.getQuery().split("&", -1)) {
            String name = pair.replaceFirst("=.*", "");
            if (!known.contains(name)) {
                faults.add("request: there is no parameter " + name);
            }
        }
    }
}
