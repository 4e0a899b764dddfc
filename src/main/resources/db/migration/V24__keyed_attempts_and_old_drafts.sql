-- The key under which it is kept who tried: an address, or a number typed as a name, is guessed from a plain hash in
-- seconds. Made once, and the same for every node.
create table identity.guard_key (
    one boolean primary key default true check (one),
    key bytea not null
);
insert into identity.guard_key (key)
    values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
-- The plain hashes go; a row of an account names it anyway, and stays locked.
delete from identity.sign_in_guard where account is null;

-- Drafts that were not saved for long are deleted.
create index draft_saved on casework.draft (updated_at, id);
-- Their pages said until now that they are kept: those that are old already have a month from today.
update casework.draft set updated_at = now() - interval '150 days' where updated_at < now() - interval '150 days';

-- A post at a window is in the window's centre, and says so.
update network.post p set centre = w.centre
    from network.service_window w where w.code = p.service_window and p.centre is null;
