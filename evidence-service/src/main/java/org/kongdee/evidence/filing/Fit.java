package org.kongdee.evidence.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.collection.Kind;
import org.kongdee.evidence.collection.Place;
import org.kongdee.evidence.collection.Section;
import org.kongdee.evidence.collection.Slot;
import org.kongdee.evidence.collection.UnitView;
import org.kongdee.evidence.item.Coverage;
import org.kongdee.evidence.item.FileEvidence;
import org.kongdee.evidence.link.LinkRules;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.text.Message;

/** Says everything that keeps evidence from having a place in a collection. */
final class Fit {

    private Fit() {}

    static List<FieldError> errors(FileEvidence evidence, Place place, LinkRules links) {
        var errors = new ArrayList<FieldError>();
        Optional<UnitView> unit = place.unit();
        if (unit.isEmpty()) {
            errors.add(
                    FieldError.at(
                            "/unit",
                            Message.of(
                                    "The unit '%s' is not enrolled in '%s'.",
                                    evidence.unit(), place.collection())));
        }
        Optional<Slot> slot = place.slot();
        if (slot.isEmpty()) {
            errors.add(
                    FieldError.at(
                            "/slot",
                            Message.of(
                                    "There is no slot '%s' in '%s'.",
                                    evidence.slot(), place.collection())));
        } else {
            kind(evidence.kind(), slot.get(), errors);
            channel(evidence.channel(), slot.get(), errors);
        }
        String section = evidence.section();
        if (section != null && unit.isPresent() && !unit.get().hasSection(section)) {
            errors.add(FieldError.at("/section", section(section, unit.get())));
        }
        Coverage coverage = evidence.coverage();
        if (coverage != null && coverage.from().isAfter(coverage.to())) {
            errors.add(
                    FieldError.at(
                            "/coverage/to",
                            Message.of(
                                    "The coverage ends on %s, before its start on %s; its end is that day or later.",
                                    coverage.to(), coverage.from())));
        }
        if (evidence.link() != null) {
            links.fault(evidence.link())
                    .ifPresent(fault -> errors.add(FieldError.at("/link", fault)));
        }
        return errors;
    }

    private static Message section(String given, UnitView unit) {
        return unit.sections().isEmpty()
                ? Message.of("The unit has no section '%s'; it has none.", given)
                : Message.of(
                        "The unit has no section '%s'; it has %s.",
                        given, unit.sections().stream().map(Section::code).toList());
    }

    private static void kind(@Nullable String given, Slot slot, List<FieldError> errors) {
        if (slot.takes(given)) {
            return;
        }
        List<Message> taken = slot.kinds().stream().map(Kind::named).toList();
        errors.add(
                FieldError.at(
                        "/kind",
                        given == null
                                ? Message.of("Evidence for this slot says its kind: %s.", taken)
                                : Message.of(
                                        "This slot does not take the kind '%s'; it takes %s.",
                                        given, taken)));
    }

    private static void channel(@Nullable String given, Slot slot, List<FieldError> errors) {
        if (given == null || slot.channels().contains(given)) {
            return;
        }
        errors.add(
                FieldError.at(
                        "/channel",
                        slot.channels().isEmpty()
                                ? Message.of("This slot takes no channel; leave it out.")
                                : Message.of(
                                        "This slot does not take the channel '%s'; it takes %s.",
                                        given, slot.channels())));
    }
}
