-- When reminders go out, and which days are worked. The default policy is always there; no holidays are on by default.
create table policy (
    policy         text        not null,
    lead_days      integer[]   not null,
    -- The same for what recurs.
    series_lead_days integer[] not null,
    overdue_first  integer     not null,
    -- The day of the week on which all that is overdue is said.
    weekly         text        not null,
    escalate_after integer     not null,
    at             time        not null,
    again          time        not null,
    max_lines      integer     not null,
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
    constraint ck_policy_hours check (at <= again),
    constraint ck_policy_lines check (max_lines between 1 and 100),
    -- There is no way to switch overdue reminders off.
    constraint ck_policy_overdue check
        (overdue_first between 1 and 31 and weekly in ('MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'))
);

insert into policy (policy, lead_days, series_lead_days, overdue_first, weekly, escalate_after, at, again, max_lines, time_zone,
                    days_off, holidays, changed_at, changed_by)
values ('default', '{14,7,3,1,0}', '{7,3,0}', 1, 'MON', 7, '08:00', '13:00', 12, 'Asia/Bangkok', '{SAT,SUN}', '{}', now(), 'system');

create table holiday_calendar (
    calendar   text        not null,
    source     text        not null,
    -- Until when it is complete: days after that may be missing.
    until      date        not null,
    -- Up to which rules without an end were followed; null if the file has none.
    horizon    date,
    -- Words by which its events are chosen.
    include    text[]      not null default '{}',
    exclude    text[]      not null default '{}',
    -- What of the file is no day off, and what a person should look at, as told when it was put.
    refused    jsonb       not null default '[]',
    warnings   jsonb       not null default '[]',
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
