package org.kongdee.rubric;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A maturity model of 105 leaves, in English alone: five domains of five practices with four
 * activities each, of which small units have the first two. The first practice of each domain also
 * has something that deducts. Labels are Thai; domain 5 has a gate, and so has the best rating.
 */
public final class MaturityModel {

    private static final List<String> DOMAINS =
            List.of("Leadership", "Records", "Service", "People", "Safety");
    private static final List<String> PRACTICES =
            List.of("Policy", "Roles", "Processes", "Measurement", "Improvement");
    private static final List<Integer> WEIGHTS = List.of(30, 20, 20, 20, 10);

    private MaturityModel() {}

    /** The document of a version under this key. */
    public static String document(String rubric) {
        String nodes =
                IntStream.rangeClosed(1, DOMAINS.size())
                        .mapToObj(MaturityModel::domain)
                        .collect(joining(",\n"));
        return """
        rubric: %s
        version: "1"
        title: {en: "Maturity of an office"}
        aggregate: weighted
        groups:
          - {code: SMALL, title: {en: "Up to 30 people"}}
          - {code: LARGE, title: {en: "More than 30 people"}}
        nodes: [
        %s]
        bands:
          - code: OPTIMISED
            title: {en: "Optimised"}
            from: 90
            requires: [{criterion: 1.1.1, points: 3}, {criterion: 1.1.3, points: 1}]
          - {code: MANAGED, title: {en: "Managed"}, from: 50}
          - {code: INITIAL, title: {en: "Initial"}, from: 0}
        """
                .formatted(rubric, nodes);
    }

    private static String domain(int d) {
        String practices =
                IntStream.rangeClosed(1, PRACTICES.size())
                        .mapToObj(p -> practice(d, p))
                        .collect(joining(",\n"));
        return """
        {code: "%d", title: {en: "%s"}, label: "%s", weight: %d, aggregate: mean, %s nodes: [
        %s]}"""
                .formatted(
                        d,
                        DOMAINS.get(d - 1),
                        Character.toString('๐' + d),
                        WEIGHTS.get(d - 1),
                        d == 5 ? "requires: [{criterion: 5.1.1, points: 1}]," : "",
                        practices);
    }

    private static String practice(int d, int p) {
        String code = d + "." + p;
        String deduction =
                p > 1
                        ? ""
                        : """
                        ,
                        {code: %s.9, title: {en: "Complaints upheld"}, scheme: numeric, min: 0, max: 8, deducts: true}"""
                                .formatted(code);
        return """
        {code: "%1$s", title: {en: "%2$s"}, aggregate: sum, nodes: [
        {code: %1$s.1, title: {en: "%2$s is in place"}, label: "๑", scheme: ladder,
         rungs: [{points: 1, title: {en: "Begun"}}, {points: 1, title: {en: "Written down"}}, {points: 1, title: {en: "Followed"}}]},
        {code: %1$s.2, title: {en: "%2$s is known"}, scheme: binary, points: 2},
        {code: %1$s.3, title: {en: "%2$s is reviewed"}, appliesTo: [LARGE], scheme: ladder,
         rungs: [{points: 1, title: {en: "Once"}}, {points: 2, title: {en: "Every year"}}]},
        {code: %1$s.4, title: {en: "%2$s is measured"}, appliesTo: [LARGE], scheme: numeric, min: 0, max: 2}%3$s]}"""
                .formatted(code, PRACTICES.get(p - 1), deduction);
    }
}
