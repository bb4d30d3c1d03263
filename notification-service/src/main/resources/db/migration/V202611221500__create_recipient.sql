-- Who gets mail. HR automation keeps the table up to date in bulk, so a line is one upsert.
create table recipient (
    recipient    text        not null,
    email        text        not null,
    -- One address is one recipient, whatever its case.
    email_key    text        not null generated always as (lower(email)) stored,
    name         text        not null,
    language     text        not null,
    -- The sub of their token, where they sign in.
    subject      text,
    -- What they are and where: [{unit, sections, role}].
    posts        jsonb       not null,
    at           time,
    paused_until date,
    -- Whether they asked for the pause by a link; then a link ends it.
    paused_by_link boolean  not null default false,
    -- The generation of their links and silences, at random: none revives with a key that is given again.
    links        bigint      not null,
    revision     bigint      not null default 1,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    constraint pk_recipient primary key (recipient),
    -- Two may trade addresses in one request.
    constraint uq_recipient_email unique (email_key) deferrable initially deferred,
    constraint uq_recipient_subject unique (subject) deferrable initially deferred,
    constraint ck_recipient_key check (recipient ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    constraint ck_recipient_language check (language in ('EN', 'TH')),
    constraint ck_recipient_posts check (jsonb_typeof(posts) = 'array' and jsonb_array_length(posts) > 0),
    -- Whatever the way in, nothing that could end a header line.
    constraint ck_recipient_header_safe check (email !~ '[[:cntrl:][:space:]]' and name !~ '[[:cntrl:]]')
);
