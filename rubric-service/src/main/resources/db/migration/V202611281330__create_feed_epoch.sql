-- Those who follow changes stand at transaction ids, which mean something on one cluster alone. cluster is the system identifier of
-- the one that this database was last seen on, and epoch counts them; see afterMigrate__begin_epoch.sql.
create table feed_epoch (
    one     boolean not null default true,
    cluster bigint  not null,
    epoch   integer not null default 1,
    constraint pk_feed_epoch primary key (one),
    constraint ck_feed_epoch_one check (one)
);

insert into feed_epoch (cluster) select system_identifier from pg_control_system();
