-- Answers already given to requests with an Idempotency-Key, of every endpoint. Neither the key nor the request is kept:
-- only the key's hash, and the request's under that key, so that nobody can find a password in it by trying.
create table identity.kept_answer (
    account uuid not null, -- zeros for nobody
    key bytea not null,
    digest bytea not null,
    status smallint, -- null only inside the transaction that works on it
    location text,
    content_type text,
    body text,
    at timestamptz not null,
    primary key (account, key)
);
create index kept_answer_at on identity.kept_answer (at);

drop table casework.idempotency;
delete from journal.scheduled_tasks where task_name = 'casework-forget';

-- Whether this database is a demo city's: said once, when it was filled.
create table identity.city (
    one boolean primary key default true check (one),
    demo boolean not null
);
insert into identity.city (demo)
    select exists (select from identity.account where demo)
    where exists (select from journal.entry);

-- What came in at a window is in the lists of its centre too.
create index case_file_at_window on casework.case_file (service_window, due, id)
    where closed_at is null and service_window is not null;

-- How much an account uploaded today, and what of it an officer's cases hold.
create index file_of on documents.file (owner, uploaded_at);
create index case_file_filed_by on casework.case_file (filed_by, submitted_at) where filed_by is not null;
