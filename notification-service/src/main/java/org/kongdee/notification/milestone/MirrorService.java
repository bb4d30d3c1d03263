package org.kongdee.notification.milestone;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.milestone.RubricClient.Touched;
import org.kongdee.notification.milestone.RubricRestClient.Cycle;
import org.kongdee.web.neighbour.Neighbours;
import org.kongdee.web.problem.Unavailable;
import org.kongdee.web.text.Message;

/**
 * Keeps the mirror of all open cycles: their milestones, standings and notices. rubric-service's
 * feed names the cycles that were touched, and in what; each of these goes on from its own cursor,
 * a page at a time. While nothing changes a sync costs two calls, however many cycles there are,
 * and one that is cut off is simply done again.
 */
@ApplicationScoped
class MirrorService {

    private static final Logger LOG = Logger.getLogger(MirrorService.class);

    private final RubricClient rubric;
    private final RubricConfig config;
    private final MirrorRepository repository;
    private final Mirrored mirrored;
    private final Neighbours neighbours;

    MirrorService(
            RubricClient rubric,
            RubricConfig config,
            MirrorRepository repository,
            Mirrored mirrored,
            Neighbours neighbours) {
        this.rubric = rubric;
        this.config = config;
        this.repository = repository;
        this.mirrored = mirrored;
        this.neighbours = neighbours;
    }

    boolean isOn() {
        return config.url().isPresent();
    }

    /**
     * @return how much was brought, by cycle
     * @throws Unavailable if rubric-service does not answer
     */
    Map<String, Integer> sync() {
        try {
            Map<String, Integer> changed = fetch();
            neighbours.isThere(RubricClient.NAME);
            return changed;
        } catch (RuntimeException e) {
            if (!neighbours.isAway(RubricClient.NAME, e)) {
                LOG.warnf("sync with rubric-service failed: %s", e.toString());
            }
            repository.failed(e.getClass().getSimpleName());
            throw new Unavailable(
                    Message.of(
                            "rubric-service does not answer as it should; reminders go on from what is mirrored."));
        }
    }

    private Map<String, Integer> fetch() {
        String cursor = repository.feed();
        Touched touched = rubric.touched(cursor);
        Map<String, Set<Subject>> followed = repository.followed();
        Map<String, Integer> changed = new HashMap<>();
        Set<String> unchanged = new HashSet<>();
        for (Cycle cycle : rubric.cycles()) {
            String key = cycle.cycle();
            switch (cycle.status()) {
                case "OPEN" -> {
                    Set<Subject> wanted = EnumSet.allOf(Subject.class);
                    wanted.removeAll(followed.getOrDefault(key, Set.of()));
                    wanted.addAll(touched.in(key));
                    if (wanted.isEmpty()) {
                        unchanged.add(key);
                    } else {
                        changed.put(key, follow(cycle, wanted));
                    }
                }
                case "CLOSED" -> {
                    if (followed.containsKey(key)) {
                        close(key);
                    }
                }
                default -> {
                    // A draft asks nothing of anybody yet.
                }
            }
        }
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            repository.upToDate(unchanged);
                            repository.advance(cursor, touched.next());
                        });
        return changed;
    }

    private int follow(Cycle cycle, Set<Subject> wanted) {
        String key = cycle.cycle();
        int changed = 0;
        for (Subject subject : wanted) {
            changed +=
                    switch (subject) {
                        case MILESTONES ->
                                follow(
                                        cycle,
                                        subject,
                                        rubric::milestones,
                                        told -> mirrored.milestones(cycle, told));
                        case STANDINGS ->
                                follow(
                                        cycle,
                                        subject,
                                        rubric::standings,
                                        told -> mirrored.standings(key, told));
                        case NOTICES ->
                                follow(
                                        cycle,
                                        subject,
                                        rubric::notices,
                                        told -> mirrored.notices(key, told));
                    };
        }
        QuarkusTransaction.requiringNew().run(() -> repository.upToDate(Set.of(key)));
        return changed;
    }

    /**
     * Where another replica has moved the cursor on meanwhile, what was told may be older than what
     * is there, or newer: it is asked for again from there, and the feed waits for that.
     */
    private <T> int follow(
            Cycle cycle,
            Subject subject,
            BiFunction<String, @Nullable String, RubricClient.Page<T>> ask,
            Consumer<List<T>> keep) {
        String key = cycle.cycle();
        int changed = 0;
        while (true) {
            String from = repository.cursor(key, subject).orElse(null);
            RubricClient.Page<T> page = ask.apply(key, from);
            boolean ours =
                    QuarkusTransaction.requiringNew()
                            .call(
                                    () -> {
                                        repository.open(key, cycle.period().end());
                                        if (!repository.advance(
                                                key, subject, from, page.cursor())) {
                                            return false;
                                        }
                                        keep.accept(page.items());
                                        return true;
                                    });
            if (ours) {
                changed += page.items().size();
                if (page.isLast()) {
                    return changed;
                }
            }
        }
    }

    private void close(String cycle) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            repository.remove(cycle);
                            mirrored.close(cycle);
                        });
    }
}
