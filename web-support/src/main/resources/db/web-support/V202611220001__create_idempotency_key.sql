-- A POST with an Idempotency-Key changes once: the key is written in the change's own transaction together with the answer
-- that a repetition gets. A row without a status is never seen by others: it is being done.
create table idempotency_key (
    caller       text        not null,
    operation    text        not null,
    key          text        not null,
    body_hash    text        not null,
    created_at   timestamptz not null,
    status       integer,
    content_type text,
    etag         text,
    location     text,
    body         bytea,
    constraint pk_idempotency_key primary key (caller, operation, key)
);

-- For the hourly removal of expired keys.
create index ix_idempotency_key_created_at on idempotency_key (created_at);
