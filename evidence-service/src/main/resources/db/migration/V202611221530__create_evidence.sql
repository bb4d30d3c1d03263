-- Collections and what they may hold, items and their files, and the bytes behind these. What must always be true of them is a
-- constraint here, whatever the code does.
create extension if not exists pg_trgm;

create table collection (
    code         text        not null,
    period_start date        not null,
    period_end   date        not null,
    -- Where its days begin and end: a name of the tz database.
    time_zone    text        not null,
    status       text        not null,
    review       text        not null,
    revision     bigint      not null,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    constraint pk_collection primary key (code),
    constraint ck_collection_period check (period_start <= period_end),
    constraint ck_collection_status check (status in ('OPEN', 'CLOSED')),
    constraint ck_collection_review check (review in ('PEER', 'INDEPENDENT'))
);

-- In rubric order.
create table slot (
    collection text    not null,
    code       text    not null,
    position   integer not null,
    title_en   text    not null,
    title_th   text    not null,
    -- [{"code", "title": {"en", "th"}}], empty where any word is a kind: read and replaced as a whole.
    kinds      jsonb   not null,
    channels   text[]  not null,
    constraint pk_slot primary key (collection, code),
    constraint uq_slot_position unique (collection, position) deferrable initially deferred,
    constraint fk_slot_collection foreign key (collection) references collection (code)
);

-- stored_bytes is kept by the writes themselves, so that a unit's limit holds however many upload at once.
create table unit (
    collection   text        not null,
    code         text        not null,
    title_en     text        not null,
    title_th     text        not null,
    -- [{"code", "title": {"en", "th"}}]: read and replaced as a whole.
    sections     jsonb       not null,
    stored_bytes bigint      not null default 0,
    revision     bigint      not null,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    constraint pk_unit primary key (collection, code),
    constraint fk_unit_collection foreign key (collection) references collection (code),
    constraint ck_unit_stored_bytes check (stored_bytes >= 0)
);

-- One row a version: a changed item is a new row that names the one it replaces, and the first of them all. Beside who did something
-- stands what their token called them then.
create table item (
    id               uuid        not null,
    collection       text        not null,
    unit             text        not null,
    slot             text        not null,
    kind             text        not null,
    channel          text,
    section          text,
    title            text        not null,
    description      text        not null,
    date             date        not null,
    coverage_from    date,
    coverage_to      date,
    fields           text[]      not null,
    link             text,
    link_status      text,
    link_checked_at  timestamptz,
    link_location    text,
    -- {"en", "th"}: what was found.
    link_note        jsonb,
    status           text        not null,
    version          integer     not null,
    replaces         uuid,
    first_version    uuid,
    -- Of what counted: the version by whose acceptance it ceased to, and which gives that back if its own acceptance is taken back.
    outdone_by       uuid,
    uploaded_by      text        not null,
    uploaded_by_name text,
    uploaded_at      timestamptz not null,
    reviewed_by      text,
    reviewed_by_name text,
    reviewed_at      timestamptz,
    review_note      text,
    purged_by        text,
    purged_by_name   text,
    purged_at        timestamptz,
    purge_reason     text,
    revision         bigint      not null,
    changed_at       timestamptz not null,
    changed_by       text        not null,
    -- What is searched: title, description, file names and link, in one spelling (see SearchText).
    search           text        not null,
    constraint pk_item primary key (id),
    constraint uq_item_unit unique (id, collection, unit),
    constraint fk_item_slot foreign key (collection, slot) references slot (collection, code),
    constraint fk_item_unit foreign key (collection, unit) references unit (collection, code),
    constraint fk_item_replaces foreign key (replaces) references item (id),
    constraint fk_item_first_version foreign key (first_version) references item (id),
    constraint fk_item_outdone_by foreign key (outdone_by) references item (id),
    constraint ck_item_status check (status in ('PENDING', 'ACCEPTED', 'REJECTED', 'WITHDRAWN', 'SUPERSEDED')),
    constraint ck_item_coverage check ((coverage_from is null) = (coverage_to is null) and coverage_from <= coverage_to),
    constraint ck_item_link check ((link is null) = (link_status is null)),
    constraint ck_item_link_status check
        (link_status in ('UNCHECKED', 'HEALTHY', 'MOVED', 'LOGIN', 'GONE', 'UNREACHABLE', 'REFUSED')),
    constraint ck_item_version check ((version = 1) = (replaces is null) and (replaces is null) = (first_version is null)),
    constraint ck_item_outdone_by check (outdone_by is null or status = 'SUPERSEDED'),
    constraint ck_item_purged check ((purged_at is null) = (purge_reason is null))
);

-- Two new versions of one item never wait at the same time.
create unique index uq_item_pending_version on item (first_version) where status = 'PENDING';

create index ix_item_first_version on item (first_version) where first_version is not null;
create index ix_item_facts on item (collection, unit, slot, kind) where status in ('PENDING', 'ACCEPTED', 'REJECTED');
create index ix_item_list on item (collection, uploaded_at desc, id);
create index ix_item_link_check on item (link_checked_at nulls first)
    where link is not null and status in ('PENDING', 'ACCEPTED');
create index ix_item_search on item using gin (search gin_trgm_ops);

-- Bytes, once however many files have them. A row is there before its bytes are, and goes after them, so that nothing lies in the
-- storage that no row knows; what nobody refers to any more is removed by the sweep, under this row's lock.
create table content (
    sha256        text        not null,
    size          bigint      not null,
    status        text        not null,
    -- {"en", "th"}: what the antivirus or the scrub found.
    verdict       jsonb,
    -- Whether an antivirus once had nothing against it.
    scanned       boolean     not null default false,
    -- Until when the scrub, or the scan of what is UNSCANNED, works on it.
    busy_until    timestamptz not null,
    -- When the bytes were last known to be whole.
    verified_at   timestamptz not null,
    constraint pk_content primary key (sha256),
    constraint ck_content_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint ck_content_size check (size >= 0),
    constraint ck_content_status check (status in ('UNSCANNED', 'SCANNING', 'CLEAN', 'QUARANTINED', 'DAMAGED'))
);

create index ix_content_verified on content (verified_at);
create index ix_content_damaged on content (sha256) where status = 'DAMAGED';
create index ix_content_unscanned on content (busy_until) where status = 'UNSCANNED';

-- An upload's hold on bytes between publishing them and naming them in an item.
create table content_hold (
    upload     uuid        not null,
    sha256     text        not null,
    until      timestamptz not null,
    constraint pk_content_hold primary key (upload, sha256),
    constraint fk_content_hold_content foreign key (sha256) references content (sha256)
);

create index ix_content_hold_sha256 on content_hold (sha256);

-- After a purge the row stays, without bytes and name. A file waits for the antivirus by itself, although others may have the same
-- bytes and the verdict on these may be known: whoever files it sees no difference. Collection and unit are the item's, so that the
-- same bytes of one unit are found without looking at those of others.
create table file (
    item          uuid    not null,
    number        integer not null,
    collection    text    not null,
    unit          text    not null,
    name          text,
    -- As it was sent; null if it had no name.
    original_name text,
    media_type    text    not null,
    size          bigint  not null,
    sha256        text,
    -- When it is the file's turn, or again after a failure; null if it does not wait.
    scan_after    timestamptz,
    constraint pk_file primary key (item, number),
    constraint fk_file_item foreign key (item, collection, unit) references item (id, collection, unit),
    constraint fk_file_content foreign key (sha256) references content (sha256),
    constraint ck_file_number check (number >= 1),
    constraint ck_file_purged check ((sha256 is null) = (name is null) and (sha256 is not null or original_name is null)),
    constraint ck_file_scan_after check (scan_after is null or sha256 is not null)
);

create index ix_file_sha256 on file (sha256, unit, collection);
create index ix_file_scan_after on file (scan_after) where scan_after is not null;

-- request_id is null for what the service did by itself.
create table item_history (
    id         bigint      generated always as identity,
    item       uuid        not null,
    at         timestamptz not null,
    actor      text        not null,
    actor_name text,
    action     text        not null,
    detail     jsonb       not null,
    request_id text,
    constraint pk_item_history primary key (id),
    constraint fk_item_history_item foreign key (item) references item (id)
);

create index ix_item_history_item on item_history (item, id);

-- When a caller filed links in the last hour, in real time: each makes this service visit somebody. Kept by the filings themselves, so
-- that the limit holds however many file at once; one row a person.
create table link_allowance (
    caller text          not null,
    taken  timestamptz[] not null,
    constraint pk_link_allowance primary key (caller)
);

-- The change feed: one row for each unit and slot that was ever touched, and one of no slot ('') for a unit that was changed itself.
-- A touch takes the position away; whoever reads the feed gives new positions to what is committed by then (see ChangeRepository).
-- So a position is never given to what may still commit later, and the feed never grows beyond units times slots and one.
create sequence change_position;

create table change (
    collection text   not null,
    unit       text   not null,
    slot       text   not null,
    position   bigint,
    constraint pk_change primary key (collection, unit, slot),
    constraint fk_change_collection foreign key (collection) references collection (code)
);

create index ix_change_fresh on change (collection, unit, slot) where position is null;
create index ix_change_position on change (position);
