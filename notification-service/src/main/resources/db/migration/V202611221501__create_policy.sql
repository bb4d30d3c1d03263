-- When reminders go out, and which days are worked. The default policy is always there; no holidays are on by default.
create table policy (
    policy         text        not null,
    lead_days      integer[]   not null,
    overdue_first  integer     not null,
    overdue_every  integer     not null,
    escalate_after integer     not null,
    at             time        not null,
    time_zone      text        not null,
    days_off       text[]      not null,
    holidays       text[]      not null,
    cycle          text,
    unit           text,
    revision       bigint      not null default 1,
    changed_at     timestamptz not null,
    changed_by     text        not null,
    constraint pk_policy primary key (policy),
    -- Two policies for the same cycle and unit would leave open which one applies; the default is the one for everything.
    constraint uq_policy_scope unique nulls not distinct (cycle, unit),
    constraint ck_policy_default check ((policy = 'default') = (cycle is null and unit is null)),
    -- Overdue reminders can be spaced but never switched off.
    constraint ck_policy_overdue check (overdue_first between 1 and 31 and overdue_every between 1 and 31)
);

insert into policy values
    ('default', '{14,7,3,1,0}', 1, 7, 7, '08:00', 'Asia/Bangkok', '{SAT,SUN}', '{}', null, null, 1, now(), 'system');

create table holiday_calendar (
    calendar   text        not null,
    source     text        not null,
    revision   bigint      not null default 1,
    changed_at timestamptz not null,
    changed_by text        not null,
    constraint pk_holiday_calendar primary key (calendar)
);

create table holiday (
    calendar text not null,
    day      date not null,
    name     text not null,
    constraint pk_holiday primary key (calendar, day),
    constraint fk_holiday_calendar foreign key (calendar) references holiday_calendar on delete cascade
);
