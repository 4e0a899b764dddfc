create schema casework;

-- The digits of case numbers, for the whole city; numbers may be left out, none is given twice.
create sequence casework.case_number start 1001;

-- An application being written; its id becomes the case's.
create table casework.draft (
    id uuid primary key,
    account uuid not null,
    item text not null,
    item_version int not null,
    division text,
    answers jsonb not null default '{}',
    materials jsonb not null default '[]',
    way text not null default 'ELECTRONIC',
    updated_at timestamptz not null
);
create index draft_of on casework.draft (account, updated_at desc);

-- A case: one row is its whole state, and the end of its chain in the journal. An act changes it where its version is
-- still the one that was read.
create table casework.case_file (
    id uuid primary key,
    number text not null unique,
    query_code text not null unique,
    item text not null,
    item_version int not null,
    item_name text not null,
    item_name_en text not null,
    applicant uuid not null,
    applicant_name text not null,
    person boolean not null,
    agent text,
    unit text not null,
    division text,
    channel text not null,
    service_window text,
    filed_by uuid,
    filed_by_name text,
    state text not null,
    version int not null,
    answers jsonb not null,
    materials jsonb not null,
    submitted_at timestamptz not null,
    received_at timestamptz not null,
    intake jsonb not null, -- due, notice
    accepted_at timestamptz,
    clocks jsonb, -- limits, pauses, extension, and when they end
    steps jsonb not null,
    proposal jsonb,
    waits_for text[] not null, -- acts of the register, or applicant
    due timestamptz, -- the next instant that matters
    decided_at timestamptz,
    ending jsonb not null,
    result text,
    denial uuid,
    way text not null,
    closed_at timestamptz,
    letters jsonb not null, -- how many of each kind
    head_nth bigint not null,
    head_hash bytea not null,
    constraint no_denial_without_filing check (result not in ('NOT_ACCEPTED', 'REFUSED') or denial is not null)
) with (fillfactor = 80);
-- What is due is a short scan at any number of cases: only open ones with a due instant are in it.
create index case_file_due on casework.case_file (due) where due is not null and closed_at is null;
create index case_file_open on casework.case_file (unit, due, id) where closed_at is null;
create index case_file_running on casework.case_file (id) where closed_at is null;
create index case_file_of on casework.case_file (applicant, submitted_at desc, id);
create index case_file_all on casework.case_file (unit, submitted_at desc, id);

-- What was filed before a "no" left the window (DENIAL-FILING), and what the supervising unit said.
create table casework.denial_filing (
    id uuid primary key,
    case_id uuid not null references casework.case_file,
    number text not null,
    item_name text not null,
    item_name_en text not null,
    unit text not null,
    act text not null,
    reason text not null,
    article text not null,
    told text not null,
    officer uuid not null,
    officer_name text not null,
    post text not null,
    filed_at timestamptz not null,
    review_due timestamptz,
    judgement text,
    remark text,
    reviewed_by uuid,
    reviewed_by_name text,
    reviewed_at timestamptz
);
create index denial_filing_waiting on casework.denial_filing (filed_at, id) where judgement is null;
create index denial_filing_reviewed on casework.denial_filing (reviewed_at desc, id) where judgement is not null;
create index denial_filing_case on casework.denial_filing (case_id);

-- Answers already given to requests with an Idempotency-Key.
create table casework.idempotency (
    account uuid not null,
    key text not null,
    digest bytea not null,
    answer text, -- JSON; null only inside the transaction that works on it
    at timestamptz not null,
    primary key (account, key)
);
create index idempotency_at on casework.idempotency (at);

-- The calendar was amended: open cases are to be computed again, from this id on.
create table casework.recomputation (
    entry uuid primary key, -- of the journal
    after uuid not null,
    at timestamptz not null
);

-- How long decided cases really took, by item and month: folded from the journal.
create table casework.item_days (
    item text not null,
    month date not null,
    days int not null, -- working days from acceptance to decision
    cases int not null,
    on_time int not null,
    primary key (item, month, days)
);

-- The end of each case's chain, for the journal's verifier.
create view casework.published_heads as
    select 'case:' || id as subject, head_nth as nth, head_hash as hash from casework.case_file;
