-- A database that was restored into another PostgreSQL begins to count transactions anew there, and their numbers say
-- nothing beside those that stand in it. Each server that it lives on is an epoch: readers go by (epoch, tx, seq).
create table journal.epoch (number int not null);
insert into journal.epoch values (0);

alter table journal.entry add column epoch int not null default 0;
alter table journal.reader add column epoch int not null default 0;

drop index journal.entry_reading;
create index entry_reading on journal.entry (epoch, tx, seq);
