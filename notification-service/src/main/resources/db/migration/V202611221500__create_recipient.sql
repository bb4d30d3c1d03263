-- Who gets mail. HR automation keeps the table up to date in bulk, so a line is one upsert.
create table recipient (
    recipient    text        not null,
    email        text        not null,
    name         text        not null,
    language     text        not null,
    unit         text        not null,
    sections     text[]      not null,
    role         text        not null,
    at           time,
    paused_until date,
    revision     bigint      not null default 1,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    constraint pk_recipient primary key (recipient),
    constraint ck_recipient_key check (recipient ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    constraint ck_recipient_language check (language in ('EN', 'TH')),
    constraint ck_recipient_role check (role in ('OFFICER', 'HEAD', 'DIRECTOR')),
    -- Whatever the way in, nothing that could end a header line.
    constraint ck_recipient_header_safe check (email !~ '[[:cntrl:][:space:]]' and name !~ '[[:cntrl:]]')
);

create index ix_recipient_unit on recipient (unit);
