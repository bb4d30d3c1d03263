-- What is due: milestones mirrored from rubric-service, and deadlines of the unit's own, single or recurring.
create table deadline (
    deadline     text        not null,
    source       text        not null,
    unit         text        not null,
    cycle        text,
    -- The parts of a milestone's id, which is never taken apart.
    criterion    text,
    code         text,
    -- The one section that owes it by itself; else all of its sections owe it jointly.
    section      text,
    each         text,
    round        integer,
    title_en     text        not null,
    title_th     text        not null,
    sections     text[]      not null,
    recipients   text[]      not null,
    -- Who is told of a milestone besides the people of its sections: keys of recipients, who need not be there.
    persons      text[]      not null default '{}',
    -- What rubric-service says for readers, as it says it.
    section_titles  jsonb    not null default '[]',
    criterion_title jsonb,
    example         jsonb,
    settled         jsonb,
    -- Owner sections without accepted evidence for it.
    open         text[]      not null default '{}',
    due          date,
    start_on     date,
    rrule        text,
    status       text        not null,
    missing_en   text[]      not null,
    missing_th   text[]      not null,
    -- The day on which the present due date became known: lead days before it are not made up for.
    known_since  date        not null,
    chased_until date,
    -- Grows with every change; links and calendars carry it.
    revision     bigint      not null default 1,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    constraint pk_deadline primary key (deadline),
    constraint ck_deadline_source check (source in ('MILESTONE', 'OWN')),
    constraint ck_deadline_milestone check (source = 'OWN' or (cycle is not null and criterion is not null and code is not null)),
    constraint ck_deadline_each check (each = 'SECTION' and section is not null or each is null and section is null),
    constraint ck_deadline_when check ((due is null) = (rrule is not null) and (rrule is null) = (start_on is null)),
    constraint ck_deadline_owner check (cardinality(sections) > 0 or cardinality(recipients) > 0),
    constraint ck_deadline_status check (status in ('PLANNED', 'MET', 'DONE', 'WAIVED', 'CANCELLED')),
    constraint ck_deadline_missing check (cardinality(missing_en) = cardinality(missing_th))
);

create index ix_deadline_due on deadline (due);
create index ix_deadline_unit on deadline (unit, due);
create index ix_deadline_cycle on deadline (cycle) where source = 'MILESTONE';

-- A due date that somebody here has called done.
create table completion (
    deadline     text        not null,
    due          date        not null,
    done_at      timestamptz not null,
    done_by      text        not null,
    -- As people knew them at the time.
    done_by_name text,
    constraint pk_completion primary key (deadline, due),
    constraint fk_completion_deadline foreign key (deadline) references deadline on delete cascade
);

-- What a recipient asked for about one due date. It has no foreign key to recipient: who leaves and comes back stays silenced.
create table silence (
    recipient     text        not null,
    deadline      text        not null,
    due           date        not null,
    snoozed_until date,
    not_mine      boolean     not null default false,
    changed_at    timestamptz not null,
    constraint pk_silence primary key (recipient, deadline, due),
    constraint fk_silence_deadline foreign key (deadline) references deadline on delete cascade,
    constraint ck_silence_before_due check (snoozed_until <= due)
);

create index ix_silence_deadline on silence (deadline);
