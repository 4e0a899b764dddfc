-- What an act may cost: one row of the case, one look at a version.

-- Whom silence will accept is a short scan at any number of cases: only those that nobody answered are in it.
drop index casework.case_file_due;
create index case_file_unanswered on casework.case_file (due) where accepted_at is null and closed_at is null;

-- Rule AUTHORISED: nodes keep what each officer may do in memory. Every statement that decides by it reads this version
-- along with the case, so that a register that changed is seen by the very next act.
insert into network.version (name, n) values ('roster', 1);
do $$
declare
    name text;
begin
    foreach name in array array['officer', 'post', 'away', 'authorisation'] loop
        execute format('create trigger changed after insert or update or delete or truncate on network.%I
            for each statement execute function network.changed(''roster'')', name);
    end loop;
end $$;
create view network.published_version as select name, n from network.version;

-- What an account may do on a day, by which of its posts: its own as A, and as B those of an A who is away.
drop function network.published_authority(uuid, text, text, text, date);
create function network.powers(account uuid, day date)
    returns table (post text, unit text, cover text, on_behalf uuid, act text, item text)
    language sql stable
as $$
    select p.code, p.unit, 'A', null::uuid, z.act, z.item
      from network.officer o
      join network.post p on p.officer_a = o.code
      join network.authorisation z on z.post = p.code
     where o.account = $1
       and not exists (select from network.away w where w.officer = o.code and $2 between w.from_day and w.to_day)
       and z.from_day <= $2 and (z.to_day is null or z.to_day >= $2)
    union all
    select p.code, p.unit, 'B', a.account, z.act, z.item
      from network.officer o
      join network.post p on p.officer_b = o.code
      join network.officer a on a.code = p.officer_a
      join network.authorisation z on z.post = p.code
     where o.account = $1
       and exists (select from network.away w where w.officer = a.code and $2 between w.from_day and w.to_day)
       and z.from_day <= $2 and (z.to_day is null or z.to_day >= $2)
$$;

-- The parts of a case that only the server reads are text to the database: taking JSON apart and putting it together
-- again at each act cost more than the act. What was handed in lies beside the row, where an act does not copy it; the
-- rest stays in the row, uncompressed, with room for the next version beside it.
alter table casework.case_file
    alter column answers type text, alter column answers set storage external,
    alter column materials type text, alter column materials set storage external,
    alter column intake type text, alter column intake set storage main,
    alter column clocks type text, alter column clocks set storage main,
    alter column steps type text, alter column steps set storage main,
    alter column proposal type text, alter column proposal set storage main,
    alter column ending type text, alter column ending set storage main,
    alter column letters type text, alter column letters set storage main,
    set (fillfactor = 66, toast_tuple_target = 3072);
-- The round through all open cases after an amended calendar goes by the primary key; it is rare, acts are not.
drop index casework.case_file_running;
