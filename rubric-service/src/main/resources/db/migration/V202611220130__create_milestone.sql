-- Due dates of every enrolled unit, made from the rubric's month-days when the cycle opens. (changed_xid, changed_seq) is
-- the cursor of those who mirror them, and moves with every change. met is what the evidence shows, beside what people say of
-- it: who takes "done" back finds MET again.
create sequence milestone_changed_seq;

create table milestone (
    cycle       text        not null,
    unit        text        not null,
    criterion   text        not null,
    code        text        not null,
    position    integer     not null,
    round       integer,
    due         date        not null,
    planned     date        not null,
    sections    text[]      not null,
    title_en    text        not null,
    title_th    text        not null,
    missing     jsonb       not null,
    met         boolean     not null,
    status      text        not null,
    reason      text,
    revision    bigint      not null,
    changed_at  timestamptz not null,
    changed_by  text        not null,
    changed_by_name text,
    changed_xid xid8        not null default pg_current_xact_id(),
    changed_seq bigint      not null default nextval('milestone_changed_seq'),
    constraint pk_milestone primary key (cycle, unit, criterion, code),
    constraint fk_milestone_assessment foreign key (cycle, unit) references assessment (cycle, unit),
    constraint ck_milestone_status check (status in ('PLANNED', 'MET', 'DONE', 'WAIVED', 'CANCELLED')),
    constraint ck_milestone_reason check (status not in ('DONE', 'WAIVED') or reason is not null)
);

create index ix_milestone_due on milestone (cycle, due, unit, position);
create index ix_milestone_changed on milestone (cycle, changed_xid, changed_seq);
create index ix_milestone_changed_anywhere on milestone (changed_xid, changed_seq);

create function move_changed_milestone() returns trigger language plpgsql as $$
begin
    new.changed_xid := pg_current_xact_id();
    new.changed_seq := nextval('milestone_changed_seq');
    return new;
end;
$$;

create trigger tr_milestone_changed before update on milestone
    for each row execute function move_changed_milestone();

-- What was said of a milestone and why, so that a word that takes the place of another does not hide it. Append-only; revision
-- is the milestone's, as that word left it.
create table milestone_history (
    cycle        text        not null,
    unit         text        not null,
    criterion    text        not null,
    code         text        not null,
    revision     bigint      not null,
    status       text        not null,
    due          date        not null,
    reason       text        not null,
    said_at      timestamptz not null,
    said_by      text        not null,
    said_by_name text,
    request_id   text        not null,
    constraint pk_milestone_history primary key (cycle, unit, criterion, code, revision),
    constraint fk_milestone_history_milestone foreign key (cycle, unit, criterion, code)
        references milestone (cycle, unit, criterion, code),
    constraint ck_milestone_history_status check (status in ('PLANNED', 'MET', 'DONE', 'WAIVED'))
);

create trigger tr_milestone_history_append_only before update or delete on milestone_history
    for each row execute function refuse_change_of_history();
