-- Units are who is scored; their sections are an ordered list that is always read and written whole, hence jsonb.
create table unit (
    unit       text        not null,
    title_en   text        not null,
    title_th   text        not null,
    sections   jsonb       not null,
    revision   bigint      not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    constraint pk_unit primary key (unit),
    constraint ck_unit_unit check (unit ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'),
    constraint ck_unit_sections check (jsonb_typeof(sections) = 'array')
);

-- A cycle is one year's use of a rubric version. Opening fixes rubric and period; closing ends scoring. evidence says whether
-- evidence-service has heard of its status; null before opening, and where there is none.
create table cycle (
    cycle                   text        not null,
    rubric                  text        not null,
    version                 text        not null,
    title_en                text        not null,
    title_th                text        not null,
    period_start            date        not null,
    period_end              date        not null,
    time_zone               text        not null,
    review                  text        not null,
    claims_without_evidence text        not null,
    status                  text        not null,
    evidence                text,
    revision                bigint      not null,
    changed_at              timestamptz not null,
    changed_by              text        not null,
    constraint pk_cycle primary key (cycle),
    constraint fk_cycle_rubric_version foreign key (rubric, version) references rubric_version (rubric, version),
    constraint ck_cycle_cycle check (cycle ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
    constraint ck_cycle_period check (period_end >= period_start and period_end - period_start < 366),
    constraint ck_cycle_review check (review in ('PEER', 'INDEPENDENT')),
    constraint ck_cycle_claims_without_evidence check (claims_without_evidence in ('FLAG', 'REFUSE')),
    constraint ck_cycle_status check (status in ('DRAFT', 'OPEN', 'CLOSED')),
    constraint ck_cycle_evidence check (evidence in ('PENDING', 'REGISTERED'))
);

create index ix_cycle_rubric_version on cycle (rubric, version);
