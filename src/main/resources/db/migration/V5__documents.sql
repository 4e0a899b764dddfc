create schema documents;

-- The bytes of every file, once, under what they are. Rows are only ever inserted.
create table documents.content (
    sha256 bytea primary key,
    size int not null,
    bytes bytea not null,
    check (octet_length(sha256) = 32),
    check (octet_length(bytes) = size)
);
-- PDF, pictures and office files are compressed already.
alter table documents.content alter column bytes set storage external;

-- An upload: somebody's name for a content.
create table documents.file (
    id uuid primary key,
    sha256 bytea not null references documents.content,
    name text not null,
    media_type text not null,
    size int not null,
    owner uuid not null,
    uploaded_at timestamptz not null
);

-- An official letter or certificate. Its text is fixed when it is issued; its PDF is made from the text when first asked
-- for, and kept, so that it has one fingerprint for ever.
create table documents.letter (
    id uuid primary key,
    code text not null unique, -- of the public verification page; random
    kind text not null,
    title text not null,
    case_id uuid not null,
    nth smallint not null, -- of its kind in its case
    number text not null,
    issued_on date not null,
    valid_until date,
    content text not null, -- JSON, as hashed
    sha256 bytea not null,
    pdf bytea references documents.content,
    revoked_on date,
    revoked_because text,
    unique (case_id, kind, nth)
);

-- What other modules may join with.
create view documents.published_file as
    select id, encode(sha256, 'hex') as sha256, name, media_type, size, owner, uploaded_at from documents.file;

create view documents.published_letter as
    select id, kind, title, case_id, nth, number, issued_on, valid_until, revoked_on from documents.letter;
