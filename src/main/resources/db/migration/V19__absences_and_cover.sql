-- Who comes back early only takes days away from their absence, and nobody can be away with them by that who was not
-- before; so it is not asked. Two who were both away before they became A and B of a post could not come back.
--
-- Whoever goes away, and whoever is appointed (network.tables.PostCover), waits first for whoever changes the register at
-- that moment, whose change locks this row anyway. The officers that were locked here before were those of the posts as
-- they stood: of a post just being made they were not, and both went; and an import that held the row already waited for
-- an officer who waited for the row.
create or replace function network.not_both_away() returns trigger language plpgsql as $$
declare
    clash record;
begin
    if tg_op = 'UPDATE' and new.officer = old.officer and new.from_day >= old.from_day and new.to_day <= old.to_day then
        return new;
    end if;
    perform 1 from network.version where name = 'roster' for update;
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
