create schema identity;

create table identity.account (
    id uuid primary key,
    kind text not null check (kind in ('RESIDENT', 'COMPANY', 'OFFICER', 'SYSTEM')),
    login text unique check (login = lower(login)), -- null: never chosen
    name text collate "C" not null,
    phone text,
    id_number text check (length(id_number) = 18),
    uscc text unique check (length(uscc) = 18),
    legal_representative text,
    agent text,
    password text, -- Argon2; null: not claimed yet, or a system
    roles text[] not null,
    created_at timestamptz not null,
    disabled_at timestamptz,
    -- Made for the demo city: can sign in only while the server shows it.
    demo boolean not null default false,
    constraint roles_known check (roles <@ array['RESIDENT', 'COMPANY', 'SYSTEM', 'OFFICER', 'HALL_MANAGER', 'AGENT',
        'SUPERVISOR', 'ASSESSOR', 'ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR']),
    constraint roles_of_kind check (case when kind = 'OFFICER' then not roles && array['RESIDENT', 'COMPANY', 'SYSTEM']
        else roles = array[kind] end),
    -- Administrator, security administrator and auditor are three people.
    constraint three_people check (('ADMINISTRATOR' = any (roles))::int + ('SECURITY_ADMINISTRATOR' = any (roles))::int
        + ('AUDITOR' = any (roles))::int <= 1),
    constraint resident_has_number check (kind <> 'RESIDENT' or id_number is not null),
    constraint company_has_code check ((kind = 'COMPANY') = (uscc is not null))
);
-- One account a person: once as a resident, once as an officer.
create unique index account_id_number on identity.account (id_number, kind);
create index account_name on identity.account (name, id);
create index account_officer on identity.account (name, id) where kind = 'OFFICER';
create index account_system on identity.account (name, id) where kind = 'SYSTEM';

-- A sign-in. The token itself is known to the visitor alone.
create table identity.session (
    hash bytea primary key, -- SHA-256 of the token
    id uuid not null unique, -- what pages and the journal call it
    account uuid not null references identity.account,
    api boolean not null, -- by bearer under /api/, or by cookie on pages
    opened_at timestamptz not null,
    seen_at timestamptz not null, -- to the minute
    idle_ends_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    agent text not null -- which browser or program, shortened
);
create index session_account on identity.session (account, opened_at);
create index session_expires on identity.session (expires_at);

-- What a system shows instead of a password.
create table identity.api_token (
    hash bytea primary key,
    id uuid not null unique,
    account uuid not null references identity.account,
    name text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz, -- to the minute
    revoked_at timestamptz
);
create index api_token_account on identity.api_token (account);

-- Wrong passwords, by a hash of whose they were said to be: an unknown name is counted like a known one.
create table identity.sign_in_guard (
    who bytea primary key,
    account uuid unique references identity.account,
    attempts timestamptz[] not null, -- in the window, the running one included
    locked_until timestamptz
);

-- A link that sets a password once: for a new officer, a claimed account, a forgotten password.
create table identity.password_link (
    hash bytea primary key,
    account uuid not null references identity.account,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index password_link_account on identity.password_link (account);

-- The set-up link of an empty database; all rows go when the first three accounts are made.
create table identity.setup_link (
    hash bytea primary key,
    created_at timestamptz not null
);

-- The accounts that the sign-in page of a demo city offers.
create table identity.demo_account (
    account uuid primary key references identity.account,
    place int not null,
    caption_zh text not null,
    caption_en text not null
);
