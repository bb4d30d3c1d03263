-- One unit in one cycle. Its revision moves with every score written, so that writers can tell whether what they computed
-- from is still there; history_* is the head of its chain of history entries. evidence is as that of the cycle. unit_group is
-- one of the groups of units that the rubric has, if it has any.
create table assessment (
    cycle        text        not null,
    unit         text        not null,
    unit_group   text,
    sections     jsonb       not null,
    revision     bigint      not null,
    history_seq  bigint      not null default 0,
    history_hash text        not null default '',
    enrolled_at  timestamptz not null,
    enrolled_by  text        not null,
    evidence     text,
    constraint pk_assessment primary key (cycle, unit),
    constraint fk_assessment_cycle foreign key (cycle) references cycle (cycle),
    constraint fk_assessment_unit foreign key (unit) references unit (unit),
    constraint ck_assessment_evidence check (evidence in ('PENDING', 'REGISTERED'))
);

create index ix_assessment_unit on assessment (unit);

-- Totals of a stage, kept up to date by every write, so that a result and a ranking are one statement. "leaves" has the
-- points of every criterion in the rubric's order: null is unscored, 'NA' is confirmed not applicable. "exact" is the percent in full,
-- as people are shown it; percent_key orders rankings: the same to 60 decimals, which tells apart all fractions with denominators
-- below 10^30, or -1 where nothing applies and so nothing is ranked. top_nodes has points and max of each child of the root.
create table stage_total (
    cycle       text    not null,
    unit        text    not null,
    stage       text    not null,
    leaves      text[]  not null,
    points      numeric,
    max         numeric,
    percent     numeric,
    exact       text,
    percent_key numeric not null,
    rating      text,
    complete    boolean not null,
    scored      integer not null,
    top_nodes   jsonb   not null,
    revision    bigint  not null,
    constraint pk_stage_total primary key (cycle, unit, stage),
    constraint fk_stage_total_assessment foreign key (cycle, unit) references assessment (cycle, unit),
    constraint ck_stage_total_stage check (stage in ('SELF', 'COMMITTEE'))
);

create index ix_stage_total_ranking on stage_total (cycle, stage, percent_key desc, unit);

-- The claim that stands for one criterion in one stage. A deleted score leaves only its history. Who scored is told by an id and,
-- for people, by the name that went with it then. seq is that of the entry in score_history that left it as it is: those who follow
-- along are told of an entry only as long as its score stands so.
create table score (
    cycle      text        not null,
    unit       text        not null,
    stage      text        not null,
    criterion  text        not null,
    claim      jsonb       not null,
    points     numeric     not null,
    not_applicable text,
    note       text,
    revision   bigint      not null,
    seq        bigint      not null,
    scored_at  timestamptz not null,
    scored_by  text        not null,
    scored_by_name text,
    constraint pk_score primary key (cycle, unit, stage, criterion),
    constraint fk_score_stage_total foreign key (cycle, unit, stage) references stage_total (cycle, unit, stage),
    constraint ck_score_not_applicable check (not_applicable in ('CLAIMED', 'CONFIRMED')),
    constraint ck_score_points check (points >= 0)
);

-- Who changed which score from what to what, when, by which request. Append-only; each entry's hash covers the one before,
-- and the claims byte for byte (hence json, which keeps the text, and not jsonb). changed_xid is for those who follow along:
-- a reader never passes a transaction that still runs. changed_by_name is for people, and in no hash.
create table score_history (
    cycle         text        not null,
    unit          text        not null,
    seq           bigint      not null,
    stage         text        not null,
    criterion     text        not null,
    action        text        not null,
    claim_before  json,
    claim_after   json,
    mark_before   text,
    mark_after    text,
    note          text,
    changed_at    timestamptz not null,
    changed_by    text        not null,
    changed_by_name text,
    request_id    text        not null,
    previous_hash text        not null,
    hash          text        not null,
    changed_xid   xid8        not null default pg_current_xact_id(),
    constraint pk_score_history primary key (cycle, unit, seq),
    constraint fk_score_history_assessment foreign key (cycle, unit) references assessment (cycle, unit),
    constraint ck_score_history_action check (action in ('SCORED', 'DELETED', 'CONFIRMED')),
    constraint ck_score_history_hash check (hash ~ '^[0-9a-f]{64}$')
);

create index ix_score_history_changed on score_history (cycle, changed_xid, unit, seq);
-- Deletions are few, and told only as long as nothing came after them.
create index ix_score_history_deleted on score_history (cycle, unit, stage, criterion, seq) where action = 'DELETED';

create function refuse_change_of_history() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end;
$$;

create trigger tr_score_history_append_only before update or delete on score_history
    for each row execute function refuse_change_of_history();
