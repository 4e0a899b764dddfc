create schema network;

-- Nodes keep the reference data and the calendar in memory and look here whether it is still true.
create table network.version (
    name text primary key,
    n bigint not null
);
insert into network.version (name, n) values ('network', 1), ('calendar', 1);
-- A sequence, so that a number once seen never comes back when its transaction is rolled back.
create sequence network.version_n start 2;

create function network.changed() returns trigger language plpgsql as $$
begin
    update network.version set n = nextval('network.version_n') where name = tg_argv[0];
    return null;
end $$;

-- 1 · Places and authorities ---------------------------------------------------------------------------------------

create table network.division (
    code text collate "C" primary key,
    tier text not null check (tier in ('CITY', 'DISTRICT', 'STREET', 'VILLAGE')),
    name text not null,
    name_en text,
    parent text collate "C" references network.division,
    constraint only_the_city_has_no_parent check ((tier = 'CITY') = (parent is null))
);
create index division_parent on network.division (parent);

create table network.department (
    key text collate "C" primary key,
    name text not null,
    name_en text
);

create table network.unit (
    code text collate "C" primary key,
    name text not null,
    name_en text,
    tier text not null check (tier in ('CITY', 'DISTRICT', 'STREET', 'VILLAGE')),
    division text collate "C" not null references network.division,
    department text collate "C" not null references network.department,
    parent text collate "C" references network.unit,
    phone text,
    -- who is competent has one answer
    unique (department, division)
);
create index unit_division on network.unit (division);
create index unit_parent on network.unit (parent);

create table network.centre (
    code text collate "C" primary key,
    name text not null,
    name_en text,
    tier text not null check (tier in ('CITY', 'DISTRICT', 'STREET', 'VILLAGE')),
    division text collate "C" not null references network.division,
    unit text collate "C" references network.unit,
    address text not null,
    phone text,
    hours text not null
);
create index centre_division on network.centre (division);
create index centre_unit on network.centre (unit);

create table network.service_window (
    code text collate "C" primary key,
    centre text collate "C" not null references network.centre,
    number text not null,
    place text,
    place_en text,
    name text not null,
    name_en text,
    unit text collate "C" references network.unit,
    unique (centre, number)
);
create index service_window_unit on network.service_window (unit);

create table network.service_point (
    code text collate "C" primary key,
    name text not null,
    name_en text,
    division text collate "C" not null references network.division,
    centre text collate "C" not null references network.centre,
    address text not null,
    phone text,
    hours text not null
);
create index service_point_division on network.service_point (division);
create index service_point_centre on network.service_point (centre);

-- 2 · Officers, posts, authorisations ------------------------------------------------------------------------------

create table network.officer (
    code text collate "C" primary key,
    name text not null,
    unit text collate "C" not null references network.unit,
    account uuid unique -- an account of identity; null: cannot sign in yet
);
create index officer_unit on network.officer (unit);

create table network.post (
    code text collate "C" primary key,
    unit text collate "C" not null references network.unit,
    role text not null check (role in ('intake', 'review', 'survey', 'expert', 'decide', 'issue', 'supervise')),
    name text not null,
    name_en text,
    officer_a text collate "C" references network.officer,
    officer_b text collate "C" references network.officer,
    centre text collate "C" references network.centre,
    service_window text collate "C" references network.service_window,
    constraint a_and_b_are_two check (officer_a <> officer_b),
    constraint no_b_without_a check (officer_b is null or officer_a is not null)
);
create index post_unit on network.post (unit);
create index post_officer_a on network.post (officer_a);
create index post_officer_b on network.post (officer_b);
create index post_centre on network.post (centre);
create index post_window on network.post (service_window);

create table network.away (
    id uuid primary key,
    officer text collate "C" not null references network.officer,
    from_day date not null,
    to_day date not null,
    reason text not null,
    constraint ends_after_it_begins check (to_day >= from_day)
);
create index away_officer on network.away (officer, to_day);

create table network.authorisation (
    number text collate "C" primary key,
    post text collate "C" not null references network.post on delete cascade,
    item text collate "C" not null, -- an item's code; * is every item of the unit's department
    act text not null check (act in ('accept', 'review', 'survey', 'expert', 'decide', 'issue', 'deliver',
        'on-the-spot', 'extend', 'pause', 'supervise')),
    from_day date not null,
    to_day date, -- the last day; null: until revoked
    constraint ends_after_it_begins check (to_day >= from_day)
);
create index authorisation_post on network.authorisation (post, act, item);

-- A and B of a post are not away on the same day. Whoever goes away, and whoever is appointed, locks both officers
-- first, so that two who do so at the same moment see each other.
create function network.not_both_away() returns trigger language plpgsql as $$
declare
    clash record;
begin
    perform 1 from network.officer
      where code = new.officer
         or code in (select officer_b from network.post where officer_a = new.officer)
         or code in (select officer_a from network.post where officer_b = new.officer)
      order by code for no key update;
    select p.code as post, other.officer as officer into clash
      from network.post p
      join network.away other
        on other.officer = case when p.officer_a = new.officer then p.officer_b else p.officer_a end
     where (p.officer_a = new.officer or p.officer_b = new.officer)
       and other.from_day <= new.to_day and other.to_day >= new.from_day
     order by p.code limit 1;
    if found then
        raise exception 'A and B of % would both be away', clash.post
            using errcode = 'exclusion_violation', constraint = 'not_both_away', detail = clash.officer, column = new.officer;
    end if;
    if exists (select from network.away mine where mine.officer = new.officer and mine.id <> new.id
               and mine.from_day <= new.to_day and mine.to_day >= new.from_day) then
        raise exception '% is already away then', new.officer
            using errcode = 'exclusion_violation', constraint = 'away_once', column = new.officer;
    end if;
    return new;
end $$;
create trigger away_cover after insert or update on network.away
    for each row execute function network.not_both_away();

create function network.appointed_not_both_away() returns trigger language plpgsql as $$
begin
    perform 1 from network.officer where code in (new.officer_a, new.officer_b) order by code for no key update;
    if exists (select from network.away a join network.away b
               on a.from_day <= b.to_day and a.to_day >= b.from_day
               where a.officer = new.officer_a and b.officer = new.officer_b
               and least(a.to_day, b.to_day) >= current_date) then
        raise exception 'A and B of % would both be away', new.code
            using errcode = 'exclusion_violation', constraint = 'not_both_away', detail = new.officer_a,
                  column = new.officer_b;
    end if;
    return new;
end $$;
create trigger post_cover after insert or update of officer_a, officer_b on network.post
    for each row when (new.officer_b is not null) execute function network.appointed_not_both_away();

-- Rule AUTHORISED, for other modules to ask inside their own statement: the posts by which this account may do this act
-- with this item of this unit on this day; no row: it may not. Written so that the planner inlines it.
create function network.published_authority(account uuid, unit text, item text, act text, day date)
    returns table (post text, cover text, on_behalf uuid)
    language sql stable
as $$
    select p.code, 'A', null::uuid
      from network.officer o
      join network.post p on p.officer_a = o.code
     where o.account = $1 and p.unit = $2
       and not exists (select from network.away w where w.officer = o.code and $5 between w.from_day and w.to_day)
       and exists (select from network.authorisation z where z.post = p.code and z.act = $4 and z.item in ($3, '*')
                   and z.from_day <= $5 and (z.to_day is null or z.to_day >= $5))
    union all
    select p.code, 'B', a.account
      from network.officer o
      join network.post p on p.officer_b = o.code
      join network.officer a on a.code = p.officer_a
     where o.account = $1 and p.unit = $2
       and exists (select from network.away w where w.officer = a.code and $5 between w.from_day and w.to_day)
       and exists (select from network.authorisation z where z.post = p.code and z.act = $4 and z.item in ($3, '*')
                   and z.from_day <= $5 and (z.to_day is null or z.to_day >= $5))
$$;

-- 3 · The official calendar ----------------------------------------------------------------------------------------

create table network.calendar_year (
    year int primary key check (year between 1949 and 2999),
    changed_at timestamptz not null
);

-- A notice may move days of the December before it, so a day can stand in two notices; the later one has it.
create table network.calendar_day (
    year int not null references network.calendar_year on delete cascade,
    day date not null,
    kind text not null check (kind in ('OFF', 'WORK')),
    name text not null,
    primary key (year, day)
);

-- When the city's offices are open on a working day: the last stretch's end is when a limit of days runs out.
create table network.office_hours (
    opens time primary key,
    closes time not null,
    constraint closes_after_it_opens check (closes > opens)
);
insert into network.office_hours (opens, closes) values ('08:45', '12:00'), ('13:30', '17:00');

do $$
declare
    name text;
begin
    foreach name in array array['division', 'department', 'unit', 'centre', 'service_window', 'service_point'] loop
        execute format('create trigger changed after insert or update or delete or truncate on network.%I
            for each statement execute function network.changed(''network'')', name);
    end loop;
    foreach name in array array['calendar_year', 'calendar_day', 'office_hours'] loop
        execute format('create trigger changed after insert or update or delete or truncate on network.%I
            for each statement execute function network.changed(''calendar'')', name);
    end loop;
end $$;
