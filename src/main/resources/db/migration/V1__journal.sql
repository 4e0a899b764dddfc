create schema journal;

-- The record. Rows are only ever inserted.
create table journal.entry (
    id uuid primary key,
    at timestamptz not null,
    kind text not null,
    subject text not null,
    nth bigint not null check (nth > 0),
    actor_account uuid,
    actor_post text,
    actor_unit text,
    actor_for text,
    payload text not null, -- canonical JSON, as hashed
    previous bytea not null,
    hash bytea not null,
    algorithm text not null check (algorithm in ('SHA-256', 'SM3')),
    -- Readers go by (tx, seq): below the oldest running transaction nothing can still appear.
    tx xid8 not null default pg_current_xact_id(),
    seq bigint generated always as identity,
    unique (subject, nth)
);
create index entry_reading on journal.entry (tx, seq);
create index entry_time on journal.entry using brin (at);

-- Keeps mistakes out, not an enemy with the owner's rights: those the verifier finds.
create function journal.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The journal is only ever appended to: % is refused', tg_op;
end $$;
create trigger entry_is_final before update or delete or truncate on journal.entry
    for each statement execute function journal.refuse_change();

-- The end of each chain whose subject has no state row of its own to keep it on.
create table journal.head (
    subject text primary key,
    nth bigint not null,
    hash bytea not null
) with (fillfactor = 70);

-- How far each reader has come: all entries up to (tx, seq) have taken effect.
create table journal.reader (
    name text primary key,
    tx xid8 not null default '0',
    seq bigint not null default 0,
    failures int not null default 0,
    last_error text,
    updated_at timestamptz not null
) with (fillfactor = 50);

-- Jobs (db-scheduler's table, by its documentation).
create table journal.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_time on journal.scheduled_tasks (execution_time);
