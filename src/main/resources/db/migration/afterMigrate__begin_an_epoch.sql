-- At each start, before anything is written: an entry whose transaction this server has not come to yet was written on
-- another one. What is there keeps its order and stands before all that is written from now on. Nothing is rewritten, so
-- that no reader loses its place; the lock waits for whoever still writes into the epoch that ends.
do $$
begin
    if exists (select from journal.entry e join journal.epoch n on e.epoch = n.number
               where e.tx >= pg_snapshot_xmax(pg_current_snapshot())) then
        lock table journal.entry in access exclusive mode;
        if exists (select from journal.entry e join journal.epoch n on e.epoch = n.number
                   where e.tx >= pg_snapshot_xmax(pg_current_snapshot())) then
            update journal.epoch set number = number + 1;
            execute format('alter table journal.entry alter column epoch set default %s',
                           (select number from journal.epoch));
        end if;
    end if;
end $$;
