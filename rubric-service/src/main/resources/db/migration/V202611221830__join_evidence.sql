-- What evidence-service must hear is committed with the change that makes it so, and kept until it has arrived: a unit that
-- takes part, or, where unit is null, that the cycle's collection is open or closed. What exactly is told is read when it
-- is told, so that only the latest state ever arrives.
create table evidence_outbox (
    id          bigint      generated always as identity,
    cycle       text        not null,
    unit        text,
    attempts    integer     not null default 0,
    next_try_at timestamptz not null default now(),
    failure     text,
    constraint pk_evidence_outbox primary key (id),
    constraint uq_evidence_outbox_subject unique nulls not distinct (cycle, unit),
    constraint fk_evidence_outbox_cycle foreign key (cycle) references cycle (cycle)
);

create index ix_evidence_outbox_next_try_at on evidence_outbox (next_try_at);

-- How far the change feed of a cycle's collection has been followed. One replica at a time holds the lease; facts_as_of is when
-- the tables were last known to say what evidence-service says.
create table evidence_feed (
    cycle       text        not null,
    cursor      text,
    facts_as_of timestamptz,
    holder      text,
    lease_until timestamptz,
    failure     text,
    constraint pk_evidence_feed primary key (cycle),
    constraint fk_evidence_feed_cycle foreign key (cycle) references cycle (cycle)
);

-- The items that count for a unit, as evidence-service told them, and the most each criterion's claim may be worth with them, in
-- the rubric's order and written as in stage_total.leaves. (changed_xid) is for those who follow along: see milestone.
create table unit_evidence (
    cycle       text        not null,
    unit        text        not null,
    items       jsonb       not null,
    ceilings    text[]      not null,
    changed_at  timestamptz not null,
    changed_xid xid8        not null default pg_current_xact_id(),
    constraint pk_unit_evidence primary key (cycle, unit),
    constraint fk_unit_evidence_assessment foreign key (cycle, unit) references assessment (cycle, unit)
);

create index ix_unit_evidence_changed on unit_evidence (cycle, changed_xid);
