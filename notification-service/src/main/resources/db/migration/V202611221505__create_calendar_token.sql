-- Addresses of calendar feeds. Only the hash is kept: who reads this table cannot read anybody's calendar.
create table calendar_token (
    token           uuid        not null,
    recipient       text        not null,
    hash            bytea       not null,
    created_at      timestamptz not null,
    created_by      text        not null,
    created_by_name text,
    constraint pk_calendar_token primary key (token),
    constraint uq_calendar_token_hash unique (hash),
    constraint fk_calendar_token_recipient foreign key (recipient) references recipient on delete cascade
);

create index ix_calendar_token_recipient on calendar_token (recipient);
