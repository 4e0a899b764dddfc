-- A node knows the register as it was up to a second ago, and who removes a row of it asks for the cases that are there.
-- For whoever files at a unit, a division and a window: these stay until that is written. One that is just being removed
-- is waited for, and refused when it is gone; one that is just being changed is waited for too.
create function network.keep(unit text, division text, service_window text) returns void language plpgsql as $$
begin
    perform from network.unit u where u.code = $1 for key share;
    if $1 is not null and not found then
        raise restrict_violation using message = format('The unit %s is not there', $1);
    end if;
    perform from network.division d where d.code = $2 for key share;
    if $2 is not null and not found then
        raise restrict_violation using message = format('The division %s is not there', $2);
    end if;
    perform from network.service_window w where w.code = $3 for key share;
    if $3 is not null and not found then
        raise restrict_violation using message = format('The window %s is not there', $3);
    end if;
end $$;

-- Whoever files a case, and in whatever statement: it is never one that nobody sees.
create function casework.keep_places() returns trigger language plpgsql as $$
begin
    perform network.keep(new.unit, new.division, new.service_window);
    return null;
end $$;
create trigger places_are_kept after insert on casework.case_file for each row execute function casework.keep_places();
