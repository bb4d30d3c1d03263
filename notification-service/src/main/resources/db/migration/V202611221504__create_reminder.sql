-- Passes, the mails they queue, and the ledger of what was said. The ledger's key is what makes a reminder go out once.
create table pass (
    pass_date       date        not null,
    time_zone       text        not null,
    state           text        not null,
    total           integer     not null,
    done            integer     not null default 0,
    reminders       integer     not null default 0,
    suppressed      integer     not null default 0,
    started_at      timestamptz not null,
    heartbeat_at    timestamptz not null,
    completed_at    timestamptz,
    -- When it was done a second time, at the policies' hour for that.
    again_at        timestamptz,
    -- How far back this pass looks; fixed when it begins, so that a resumed pass plans the same.
    reach_from      date,
    started_by      text        not null,
    started_by_name text,
    constraint pk_pass primary key (pass_date, time_zone),
    constraint ck_pass_state check (state in ('RUNNING', 'COMPLETED')),
    constraint ck_pass_completed check ((state = 'COMPLETED') = (completed_at is not null))
);

-- The outbox of mails. Rows are claimed with "for update skip locked" and a lease by the database's clock.
create table message (
    message      uuid        not null,
    kind         text        not null,
    recipient    text        not null,
    -- The one unit that it is about; null if it is about several.
    unit         text,
    pass_date    date        not null,
    -- Of a digest: 1, or 2 for what became known after the first had left.
    slot         integer,
    email        text        not null,
    language     text        not null,
    state        text        not null,
    -- Not before this business time; retries not before this real time.
    not_before   timestamptz not null,
    retry_at     timestamptz not null default now(),
    attempts     integer     not null default 0,
    lease_owner  uuid,
    lease_until  timestamptz,
    -- Committed before DATA is sent: from then on only the server knows whether the mail arrived.
    data_at      timestamptz,
    -- What a notice says; its texts, like a digest's, are kept when it is sent.
    notice       jsonb,
    to_name      text,
    written_at   timestamptz,
    subject      text,
    html         text,
    body_text    text,
    calendar     text,
    sent_at      timestamptz,
    created_at   timestamptz not null,
    constraint pk_message primary key (message),
    constraint ck_message_kind check (kind in ('DIGEST', 'NOTICE')),
    constraint ck_message_state check
        (state in ('QUEUED', 'SENDING', 'SENT', 'RETRY', 'FAILED', 'SUPPRESSED', 'UNCONFIRMED')),
    constraint ck_message_slot check (kind = 'NOTICE' or coalesce(slot in (1, 2), false)),
    constraint ck_message_lease check ((state = 'SENDING') = (lease_until is not null)),
    constraint ck_message_notice check ((kind = 'NOTICE') = (notice is not null)),
    constraint ck_message_sent check
        (state <> 'SENT' or (sent_at is not null and (data_at is not null or kind = 'NOTICE')))
);

-- Two digests a person a day at most.
create unique index uq_message_digest on message (recipient, pass_date, slot) where kind = 'DIGEST';
create index ix_message_ready on message (not_before, retry_at) where state in ('QUEUED', 'RETRY');
create index ix_message_sending on message (lease_until) where state = 'SENDING';

-- Every dialogue with the mail server and how it ended.
create table attempt (
    message uuid        not null,
    number  integer     not null,
    at      timestamptz not null,
    outcome text        not null,
    reply   text        not null,
    constraint pk_attempt primary key (message, number),
    constraint fk_attempt_message foreign key (message) references message on delete cascade,
    constraint ck_attempt_outcome check (outcome in ('SENT', 'RETRY', 'FAILED', 'UNCONFIRMED', 'SUPPRESSED'))
);

create table reminder (
    reminder   uuid    not null,
    recipient  text    not null,
    deadline   text    not null,
    occasion   text    not null,
    lead_days  integer not null,
    due        date,
    -- Which of several such occasions: the due date, or the day of what else is told.
    about      date    not null,
    -- Of a series, how many earlier due dates are open.
    before     integer not null default 0,
    unit       text    not null,
    pass_date  date    not null,
    days_left  integer not null,
    message    uuid,
    suppressed text,
    constraint pk_reminder primary key (reminder),
    -- Once per recipient, deadline, lead day and due date, whatever crashes and however many replicas run.
    constraint uq_reminder_once unique nulls not distinct (recipient, deadline, occasion, lead_days, due, about),
    constraint ck_reminder_occasion check (occasion in ('DUE', 'MOVED', 'SETTLED', 'UNDATED')),
    constraint fk_reminder_message foreign key (message) references message,
    constraint ck_reminder_said_or_not check (message is not null or suppressed is not null),
    constraint ck_reminder_suppressed check
        (suppressed in ('MERGED', 'PAUSED', 'SNOOZED', 'NOT_MINE', 'SETTLED', 'MOVED', 'REMOVED'))
);

create index ix_reminder_message on reminder (message);
create index ix_reminder_pass on reminder (pass_date, unit);
create index ix_reminder_deadline on reminder (deadline, due);
