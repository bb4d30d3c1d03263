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

-- How far the one change feed of evidence-service has been followed. One replica at a time holds the lease; facts_as_of is when
-- all that it told of was last known here, but for the units that are due.
create table evidence_feed (
    one         boolean     not null default true,
    cursor      text,
    facts_as_of timestamptz,
    holder      uuid,
    lease_until timestamptz,
    failure     text,
    constraint pk_evidence_feed primary key (one),
    constraint ck_evidence_feed_one check (one)
);

insert into evidence_feed default values;

-- Units whose evidence is to be read: the feed told of them, or their cycle has just opened and the feed may have told of them
-- before. facts_as_of is what was known of them until then.
create table evidence_due (
    cycle       text        not null,
    unit        text        not null,
    facts_as_of timestamptz,
    attempts    integer     not null default 0,
    next_try_at timestamptz not null default now(),
    failure     text,
    constraint pk_evidence_due primary key (cycle, unit),
    constraint fk_evidence_due_assessment foreign key (cycle, unit) references assessment (cycle, unit)
);

create index ix_evidence_due_next_try_at on evidence_due (next_try_at);

-- What was known of the evidence of cycles when they closed; nobody reads on.
create table evidence_closed (
    cycle       text        not null,
    facts_as_of timestamptz,
    constraint pk_evidence_closed primary key (cycle),
    constraint fk_evidence_closed_cycle foreign key (cycle) references cycle (cycle)
);

-- The items of a unit, as evidence-service told them, those too that do not count, and the most each criterion's claim may be worth with them, in
-- the rubric's order and written as in stage_total.leaves. (changed_xid) is for those who follow along: see milestone.
create table unit_evidence (
    cycle         text        not null,
    unit          text        not null,
    items         jsonb       not null,
    ceilings      text[]      not null,
    -- When the day begins on which more of it counts, and the rest is to be reckoned anew; null if all that is accepted counts.
    counted_until timestamptz,
    changed_at    timestamptz not null,
    changed_xid   xid8        not null default pg_current_xact_id(),
    constraint pk_unit_evidence primary key (cycle, unit),
    constraint fk_unit_evidence_assessment foreign key (cycle, unit) references assessment (cycle, unit)
);

create index ix_unit_evidence_changed on unit_evidence (cycle, changed_xid, unit);
create index ix_unit_evidence_counted_until on unit_evidence (counted_until) where counted_until is not null;
