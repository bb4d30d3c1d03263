-- How far the mirror of each cycle has got: the cursor is rubric-service's own and opaque.
create table mirror (
    cycle        text        not null,
    cursor       text,
    period_end   date        not null,
    synced_at    timestamptz,
    failed_at    timestamptz,
    failure      text,
    constraint pk_mirror primary key (cycle)
);

-- How far rubric-service's one feed of changes has been followed: only cycles that it names are asked for.
create table rubric_feed (
    one          boolean     not null default true,
    cursor       text,
    constraint pk_rubric_feed primary key (one),
    constraint ck_rubric_feed_one check (one)
);

insert into rubric_feed default values;

-- What rubric-service still has to be told: the last word about a milestone replaces the one before it.
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
    constraint pk_rubric_outbox primary key (deadline),
    constraint fk_rubric_outbox_deadline foreign key (deadline) references deadline on delete cascade
);
