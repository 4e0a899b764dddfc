-- An import may give an absence's days to another one and remove the first: who is away with whom is asked, like what
-- is unique, once all rows are written and removed.
drop trigger away_cover on network.away;
create constraint trigger away_cover after insert or update on network.away
    deferrable initially immediate
    for each row execute function network.not_both_away();
