-- What is owed: milestones mirrored from rubric-service, and tasks, which are kept here.
create table deadline (
    deadline     text        not null,
    source       text        not null,
    unit         text        not null,
    title_en     text        not null,
    title_th     text        not null,
    sections     text[]      not null,
    -- Who is told besides the people of the sections: keys of recipients, who need not be there.
    persons      text[]      not null default '{}',
    -- Of a task none, or the rule of a series in its place.
    due          date,
    status       text        not null,
    -- The day on which the present due date became known: lead days before it are not made up for.
    known_since  date        not null,
    -- The last time that the due date moved: from where, and when that became known.
    moved_from   date,
    moved_on     date,
    -- Grows with every change of what readers act on; links and calendars carry it.
    sequence     integer     not null default 1,

    -- A milestone's: the parts of its id, which is never taken apart.
    cycle        text,
    criterion    text,
    code         text,
    -- The one section that owes it by itself; else all of its sections owe it jointly.
    section      text,
    each         text,
    round        integer,
    -- What rubric-service says for readers, as it says it.
    section_titles  jsonb,
    criterion_title jsonb,
    criterion_label text,
    missing         jsonb,
    example         jsonb,
    settled         jsonb,
    -- Owner sections without accepted evidence for it.
    open            text[],
    chased_until    date,

    -- A task's.
    text_en      text,
    text_th      text,
    given        jsonb,
    start_on     date,
    rrule        text,
    -- Criteria that it serves, shown and not checked.
    criteria     text[],
    -- What each report of a series states: [{code, title}].
    figures      jsonb,

    revision     bigint      not null default 1,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    constraint pk_deadline primary key (deadline),
    constraint ck_deadline_source check (source in ('MILESTONE', 'TASK')),
    constraint ck_deadline_milestone check
        (source = 'TASK' or (cycle is not null and criterion is not null and code is not null and due is not null
                             and chased_until is not null and cardinality(sections) > 0)),
    constraint ck_deadline_each check (each = 'SECTION' and section is not null or each is null and section is null),
    constraint ck_deadline_task check
        (source = 'MILESTONE' or (given is not null and criteria is not null and figures is not null)),
    constraint ck_deadline_when check ((rrule is null) = (start_on is null) and (due is null or rrule is null)),
    constraint ck_deadline_moved check ((moved_from is null) = (moved_on is null)),
    constraint ck_deadline_status check (status in ('PLANNED', 'MET', 'DONE', 'WAIVED', 'CANCELLED'))
);

create index ix_deadline_due on deadline (due);
create index ix_deadline_unit on deadline (unit, due);
-- Who is named in a plan or task, of any unit: asked with every calendar.
create index ix_deadline_persons on deadline using gin (persons);
create index ix_deadline_cycle on deadline (cycle) where source = 'MILESTONE';

-- What happened to tasks, for ever: whether a due date is done follows from the last word about it.
create table task_history (
    entry     bigint      not null generated always as identity,
    task      text        not null,
    -- The due date that it is about; null for a task without one, and for the task as a whole.
    due       date,
    action    text        not null,
    at        timestamptz not null,
    by        text        not null,
    -- As people knew them at the time.
    by_name   text,
    answer    text,
    link      text,
    figures   jsonb,
    -- The task as it was written, if that is what happened.
    content   jsonb,
    constraint pk_task_history primary key (entry),
    constraint ck_task_history_action check (action in ('CREATED', 'CHANGED', 'CANCELLED', 'REMOVED', 'DONE', 'UNDONE'))
);

create index ix_task_history_task on task_history (task, due, entry);

-- What a recipient asked for about one due date (9999-12-31 where there is none). It holds for the generation of their links alone:
-- who leaves, or has another address, is told again.
create table silence (
    recipient     text        not null,
    links         bigint      not null,
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
