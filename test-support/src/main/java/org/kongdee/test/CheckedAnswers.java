package org.kongdee.test;

import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds every answer that comes by REST-assured against the contract that the service publishes. In
 * the tests of a service {@link CheckedTests} sets it for all.
 */
public final class CheckedAnswers implements Filter {

    private final PublishedContract contract;

    public CheckedAnswers(PublishedContract contract) {
        this.contract = contract;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification expected,
            FilterContext context) {
        Response answer = context.next(request, expected);
        if (answer.contentType().startsWith("text/event-stream")) {
            return answer;
        }
        byte[] body = answer.asByteArray();
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : answer.headers()) {
            headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>())
                    .add(header.getValue());
        }
        Exchange exchange =
                new Exchange(
                        request.getMethod(),
                        URI.create(request.getURI()),
                        answer.statusCode(),
                        headers,
                        body);
        List<String> faults = AnswerCheck.faults(contract, exchange);
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    "%s %s answered %d against the contract: %s%n%s"
                            .formatted(
                                    exchange.method(),
                                    exchange.uri(),
                                    exchange.status(),
                                    faults,
                                    new String(
                                            body,
                                            0,
                                            Math.min(body.length, 2000),
                                            StandardCharsets.UTF_8)));
        }
        return new ResponseBuilder().clone(answer).setBody(body).build();
    }
}
