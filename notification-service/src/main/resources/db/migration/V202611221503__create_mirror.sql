-- The mirror of each open cycle.
create table mirror (
    cycle        text        not null,
    period_end   date        not null,
    synced_at    timestamptz,
    failed_at    timestamptz,
    failure      text,
    constraint pk_mirror primary key (cycle)
);

-- How far it has got in each of what rubric-service tells of a cycle: the cursors are its own and opaque.
create table mirror_cursor (
    cycle        text        not null,
    subject      text        not null,
    cursor       text        not null,
    constraint pk_mirror_cursor primary key (cycle, subject),
    constraint fk_mirror_cursor_mirror foreign key (cycle) references mirror on delete cascade,
    constraint ck_mirror_cursor_subject check (subject in ('MILESTONES', 'STANDINGS', 'NOTICES'))
);

-- How far rubric-service's one feed of changes has been followed: only cycles that it names are asked for.
create table rubric_feed (
    one          boolean     not null default true,
    cursor       text,
    constraint pk_rubric_feed primary key (one),
    constraint ck_rubric_feed_one check (one)
);

insert into rubric_feed default values;

-- Where the units of an open cycle stand, each as rubric-service told it last.
create table standing (
    cycle        text        not null,
    unit         text        not null,
    title        jsonb       not null,
    waiting      integer     not null,
    -- Of these, what no section answers for.
    unassigned   integer     not null,
    backed       numeric     not null,
    claimed      numeric     not null,
    max          numeric     not null,
    sections     jsonb       not null,
    changed_at   timestamptz not null,
    constraint pk_standing primary key (cycle, unit)
);

-- What happened to evidence of an open cycle. A notice that has ended stays, so that nobody is told of it late.
create table rubric_notice (
    cycle           text        not null,
    notice          text        not null,
    unit            text        not null,
    kind            text        not null,
    item            text        not null,
    version         integer     not null,
    title           text        not null,
    criterion       text        not null,
    criterion_title jsonb       not null,
    evidence_kind   jsonb       not null,
    section         text,
    filed_by        text        not null,
    filed_by_name   text,
    filed_at        timestamptz not null,
    note            text,
    rejected_at     timestamptz not null,
    ended           boolean     not null,
    changed_at      timestamptz not null,
    -- When it came here, in business time; and when somebody was told of it, or it was clear that nobody would be.
    kept_at         timestamptz not null,
    told_at         timestamptz,
    constraint pk_rubric_notice primary key (cycle, notice)
);

create index ix_rubric_notice_untold on rubric_notice (kept_at) where told_at is null;

-- What rubric-service still has to be told: the last word about a milestone replaces the one before it, and holds here until then.
create table rubric_outbox (
    deadline     text        not null,
    done         boolean     not null,
    reason       text        not null,
    said_by      text        not null,
    said_by_name text,
    said_at      timestamptz not null,
    attempts     integer     not null default 0,
    next_at      timestamptz not null default now(),
    failure      text,
    -- It does not take it, and so it does not hold.
    refused_at   timestamptz,
    constraint pk_rubric_outbox primary key (deadline),
    constraint fk_rubric_outbox_deadline foreign key (deadline) references deadline on delete cascade
);
