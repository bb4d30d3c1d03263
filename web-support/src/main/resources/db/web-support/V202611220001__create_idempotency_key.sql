-- A POST with an Idempotency-Key changes once: the key is written in the change's own transaction together with the answer
-- that a repetition gets. A row without a status is never seen by others: it is being done. unit is that of the caller's token,
-- empty for none: who has moved to another unit has other keys. body is gzipped and has so many bytes; summary tells that
-- the answer was longer than is kept.
create table idempotency_key (
    caller       text        not null,
    unit         text        not null,
    operation    text        not null,
    key          text        not null,
    body_hash    text        not null,
    created_at   timestamptz not null,
    status       integer,
    content_type text,
    etag         text,
    location     text,
    body         bytea,
    bytes        integer     not null default 0,
    summary      boolean     not null default false,
    constraint pk_idempotency_key primary key (caller, unit, operation, key)
);

-- What a caller has used, counted without reading a row.
create index ix_idempotency_key_caller on idempotency_key (caller, unit, created_at) include (bytes);

-- For the hourly removal of expired keys.
create index ix_idempotency_key_created_at on idempotency_key (created_at);
