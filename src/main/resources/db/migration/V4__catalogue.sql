create schema catalogue;

-- Themes and life events, as the catalogue names them.
create table catalogue.topic (
    kind text not null check (kind in ('THEME', 'LIFE_EVENT')),
    key text not null,
    name_zh text not null,
    name_en text not null,
    audience text not null check (audience in ('RESIDENT', 'COMPANY')),
    position int not null,
    primary key (kind, key)
);

-- One version of an item. The body never changes once it is published.
create table catalogue.item_version (
    code text not null,
    version int not null check (version > 0),
    state text not null check (state in ('DRAFT', 'CHECKED', 'PUBLISHED', 'RETIRED')),
    name_zh text not null,
    name_en text not null,
    department text not null,
    body jsonb not null,
    -- What lists and the search need of a published version, so that they read no bodies.
    card jsonb,
    errors int not null default 0,
    revision int not null default 1,
    stamp bigint not null default 0, -- catalogue.edition.number when it was published or retired
    changed_at timestamptz not null,
    published_at timestamptz,
    retired_at timestamptz,
    primary key (code, version)
);
create unique index item_version_published on catalogue.item_version (code) where state = 'PUBLISHED';
create unique index item_version_open on catalogue.item_version (code) where state in ('DRAFT', 'CHECKED');
create index item_version_stamp on catalogue.item_version (stamp) where stamp > 0;

-- Grows with every publication and retirement, one after the other: how nodes see that what they hold is old.
create table catalogue.edition (
    one boolean primary key default true check (one),
    number bigint not null
);
insert into catalogue.edition (number) values (0);
