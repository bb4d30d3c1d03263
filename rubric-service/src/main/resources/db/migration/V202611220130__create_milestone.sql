-- What each unit means to do, and by when. A row of unit_plan stands for every enrolled unit: who writes its plan holds it, and its
-- revision is the version of the whole, 0 while nothing was ever planned. (changed_xid) is for those who follow along.
create table unit_plan (
    cycle       text   not null,
    unit        text   not null,
    revision    bigint not null default 0,
    changed_at  timestamptz,
    changed_by  text,
    changed_by_name text,
    changed_xid xid8   not null default pg_current_xact_id(),
    constraint pk_unit_plan primary key (cycle, unit),
    constraint fk_unit_plan_assessment foreign key (cycle, unit) references assessment (cycle, unit)
);

create index ix_unit_plan_changed on unit_plan (cycle, changed_xid, unit);

-- What is planned for one criterion, as it was written.
create table plan_entry (
    cycle       text        not null,
    unit        text        not null,
    criterion   text        not null,
    entry       jsonb       not null,
    revision    bigint      not null,
    changed_at  timestamptz not null,
    changed_by  text        not null,
    changed_by_name text,
    constraint pk_plan_entry primary key (cycle, unit, criterion),
    constraint fk_plan_entry_unit_plan foreign key (cycle, unit) references unit_plan (cycle, unit)
);

-- Who changed which entry from what to what, when and why. Append-only.
create table plan_history (
    id          bigint      generated always as identity,
    cycle       text        not null,
    unit        text        not null,
    criterion   text        not null,
    before      jsonb,
    after       jsonb,
    reason      text,
    changed_at  timestamptz not null,
    changed_by  text        not null,
    changed_by_name text,
    request_id  text        not null,
    constraint pk_plan_history primary key (id),
    constraint fk_plan_history_unit_plan foreign key (cycle, unit) references unit_plan (cycle, unit),
    constraint ck_plan_history_differs check (before is distinct from after)
);

create index ix_plan_history_unit on plan_history (cycle, unit, id);

create trigger tr_plan_history_append_only before update or delete on plan_history
    for each row execute function refuse_change_of_history();

-- What plans and the rubric's deadlines come to: due dates of every enrolled unit, made when the cycle opens; section is empty where
-- a milestone is owed jointly. (changed_xid, changed_seq) is the cursor of those who mirror them, and moves with every change. met is
-- what the evidence shows, said what people say, cancelled what the plan says: who takes "done" back finds MET again, and what
-- returns to the plan is what it was. planned is the day of plan or rubric, from which an organiser may have moved due.
create sequence milestone_changed_seq;

create table milestone (
    cycle       text        not null,
    unit        text        not null,
    criterion   text        not null,
    code        text        not null,
    section     text        not null,
    position    integer     not null,
    round       integer,
    due         date        not null,
    planned     date        not null,
    fixed       boolean     not null,
    sections    text[]      not null,
    persons     text[]      not null,
    title_en    text        not null,
    title_th    text        not null,
    missing     jsonb       not null,
    open        text[]      not null,
    met         boolean     not null,
    said        text,
    said_at     timestamptz,
    said_by     text,
    said_by_name text,
    answer      text,
    cancelled   boolean     not null,
    status      text        not null generated always as
        (case when cancelled then 'CANCELLED' when said is not null then said when met then 'MET' else 'PLANNED' end) stored,
    reason      text,
    revision    bigint      not null,
    changed_at  timestamptz not null,
    changed_by  text        not null,
    changed_by_name text,
    changed_xid xid8        not null default pg_current_xact_id(),
    changed_seq bigint      not null default nextval('milestone_changed_seq'),
    constraint pk_milestone primary key (cycle, unit, criterion, code, section),
    constraint fk_milestone_assessment foreign key (cycle, unit) references assessment (cycle, unit),
    constraint ck_milestone_said check (said in ('DONE', 'WAIVED')),
    constraint ck_milestone_settled check
        ((said is null) = (said_at is null) and (said is null) = (said_by is null) and (said is null) = (answer is null)),
    constraint ck_milestone_day check (fixed or due = planned)
);

create index ix_milestone_due on milestone (cycle, due, unit, position, section);
create index ix_milestone_changed on milestone (cycle, changed_xid, changed_seq);

create function move_changed_milestone() returns trigger language plpgsql as $$
begin
    new.changed_xid := pg_current_xact_id();
    new.changed_seq := nextval('milestone_changed_seq');
    return new;
end;
$$;

create trigger tr_milestone_changed before update on milestone
    for each row execute function move_changed_milestone();

-- Every change of a milestone and why, so that one that takes the place of another does not hide it. Append-only; revision is the
-- milestone's, as that change left it.
create table milestone_history (
    cycle        text        not null,
    unit         text        not null,
    criterion    text        not null,
    code         text        not null,
    section      text        not null,
    revision     bigint      not null,
    status       text        not null,
    due          date        not null,
    reason       text,
    said_at      timestamptz not null,
    said_by      text        not null,
    said_by_name text,
    request_id   text        not null,
    constraint pk_milestone_history primary key (cycle, unit, criterion, code, section, revision),
    constraint fk_milestone_history_milestone foreign key (cycle, unit, criterion, code, section)
        references milestone (cycle, unit, criterion, code, section),
    constraint ck_milestone_history_status check (status in ('PLANNED', 'MET', 'DONE', 'WAIVED', 'CANCELLED'))
);

create trigger tr_milestone_history_append_only before update or delete on milestone_history
    for each row execute function refuse_change_of_history();
