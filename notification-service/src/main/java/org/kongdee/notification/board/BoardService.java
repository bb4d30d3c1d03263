package org.kongdee.notification.board;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.board.Board.CyclePoints;
import org.kongdee.notification.board.Board.Numbers;
import org.kongdee.notification.board.Board.SectionRow;
import org.kongdee.notification.deadline.DueRepository;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Policies;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.notification.standing.Standing;
import org.kongdee.notification.standing.Standing.OfSection;
import org.kongdee.notification.standing.StandingRepository;
import org.kongdee.notification.standing.StandingRepository.InCycle;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.LocalizedText;

/** Puts boards together from what is due and where units stand. */
@ApplicationScoped
public class BoardService {

    private static final int BEHIND_DAYS = 400;

    private final DueRepository deadlines;
    private final StandingRepository standings;
    private final PolicyRepository policies;
    private final Caller caller;
    private final Clock clock;

    BoardService(
            DueRepository deadlines,
            StandingRepository standings,
            PolicyRepository policies,
            Caller caller,
            Clock clock) {
        this.deadlines = deadlines;
        this.standings = standings;
        this.policies = policies;
        this.caller = caller;
        this.clock = clock;
    }

    /** For a caller with a token. */
    Board board(String unit) {
        caller.mustSee(unit);
        Policies rules = policies.policies();
        LocalDate today = rules.today(unit, clock.instant());
        return Optional.ofNullable(boards(List.of(unit), today, rules).get(unit))
                .orElseThrow(() -> NotFound.of("unit", unit));
    }

    /** The boards of these units; one of which nothing is known has none. */
    public Map<String, Board> boards(Collection<String> units, LocalDate date, Policies rules) {
        int ahead =
                units.stream()
                        .mapToInt(unit -> rules.rulesFor(null, unit).policy().leadDays().last())
                        .max()
                        .orElse(0);
        Map<String, List<Deadline>> open =
                deadlines
                        .between(
                                units, List.of(), date.minusDays(BEHIND_DAYS), date.plusDays(ahead))
                        .stream()
                        .filter(Deadline::isOpen)
                        .collect(groupingBy(Deadline::unit));
        Map<String, List<InCycle>> standing =
                standings.of(units).stream().collect(groupingBy(one -> one.standing().unit()));
        Map<String, Board> boards = new TreeMap<>();
        for (String unit : units) {
            List<Deadline> due = open.getOrDefault(unit, List.of());
            List<InCycle> known = standing.getOrDefault(unit, List.of());
            if (!due.isEmpty() || !known.isEmpty()) {
                int soon = rules.rulesFor(null, unit).policy().leadDays().last();
                boards.put(unit, board(unit, date, date.plusDays(soon), due, known));
            }
        }
        return boards;
    }

    private static Board board(
            String unit,
            LocalDate date,
            LocalDate soon,
            List<Deadline> due,
            List<InCycle> standing) {
        List<SectionRow> rows = new ArrayList<>();
        titles(due, standing)
                .forEach(
                        (section, title) ->
                                rows.add(
                                        new SectionRow(
                                                section,
                                                title,
                                                numbers(
                                                        due.stream()
                                                                .filter(owedBy(section))
                                                                .toList(),
                                                        date,
                                                        soon,
                                                        points(standing, section)))));
        return new Board(
                unit,
                standing.isEmpty()
                        ? new LocalizedText(unit, unit)
                        : standing.getFirst().standing().title(),
                date,
                rows,
                numbers(due, date, soon, points(standing, null)));
    }

    /** In the order in which rubric-service tells them; others have their code for a title. */
    private static Map<String, LocalizedText> titles(List<Deadline> due, List<InCycle> standing) {
        Map<String, LocalizedText> titles = new LinkedHashMap<>();
        for (InCycle one : standing) {
            one.standing().sections().forEach(s -> titles.putIfAbsent(s.section(), s.title()));
        }
        due.stream()
                .flatMap(deadline -> deadline.sections().stream())
                .filter(section -> !section.equals(Deadline.ALL))
                .sorted()
                .forEach(s -> titles.putIfAbsent(s, new LocalizedText(s, s)));
        return titles;
    }

    private static Predicate<Deadline> owedBy(String section) {
        return deadline -> deadline.isForEverySection() || deadline.sections().contains(section);
    }

    private static Numbers numbers(
            List<Deadline> due, LocalDate date, LocalDate soon, List<CyclePoints> points) {
        return new Numbers(
                count(due, deadline -> deadline.isOverdueOn(date)),
                count(due, d -> !d.day().isBefore(date) && !d.day().isAfter(soon)),
                count(due, deadline -> deadline.due() == null),
                points.stream().mapToInt(CyclePoints::waiting).sum(),
                points);
    }

    private static int count(List<Deadline> due, Predicate<Deadline> which) {
        return Math.toIntExact(due.stream().filter(which).count());
    }

    /**
     * @param section null for the unit
     */
    private static List<CyclePoints> points(List<InCycle> standing, @Nullable String section) {
        List<CyclePoints> points = new ArrayList<>();
        for (InCycle one : standing) {
            Standing s = one.standing();
            if (section == null) {
                points.add(
                        new CyclePoints(
                                one.cycle(), s.waiting(), s.backed(), s.claimed(), s.max()));
            }
            for (OfSection part : s.sections()) {
                if (part.section().equals(section)) {
                    points.add(
                            new CyclePoints(
                                    one.cycle(),
                                    part.waiting(),
                                    part.backed(),
                                    part.claimed(),
                                    part.max()));
                }
            }
        }
        return points;
    }
}
