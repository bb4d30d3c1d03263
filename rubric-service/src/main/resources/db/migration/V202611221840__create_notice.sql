-- What people are told of at once: a version of an item that was rejected, until that is over. Who has it taken back, replaces,
-- withdraws or purges it ends the notice, and with it go the words of the item: what is purged must be nowhere. (changed_xid,
-- changed_seq) is the cursor of those who mirror them: see milestone.
create sequence notice_changed_seq;

create table notice (
    cycle       text        not null,
    unit        text        not null,
    item        text        not null,
    version     integer     not null,
    criterion   text        not null,
    kind        text        not null,
    section     text,
    title       text,
    note        text,
    filed_at    timestamptz not null,
    filed_by    text        not null,
    filed_by_name text,
    rejected_at timestamptz not null,
    ended       boolean     not null default false,
    changed_at  timestamptz not null,
    changed_xid xid8        not null default pg_current_xact_id(),
    changed_seq bigint      not null default nextval('notice_changed_seq'),
    constraint pk_notice primary key (cycle, unit, item, version),
    constraint fk_notice_assessment foreign key (cycle, unit) references assessment (cycle, unit),
    constraint ck_notice_ended check (ended = (title is null) and (not ended or note is null))
);

create index ix_notice_changed on notice (cycle, changed_xid, changed_seq);

create function move_changed_notice() returns trigger language plpgsql as $$
begin
    new.changed_xid := pg_current_xact_id();
    new.changed_seq := nextval('notice_changed_seq');
    return new;
end;
$$;

create trigger tr_notice_changed before update on notice
    for each row execute function move_changed_notice();
