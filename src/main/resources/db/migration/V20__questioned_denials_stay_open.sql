-- A denial that was questioned can be upheld or reversed without the answer: it stays among those to be reviewed.
drop index casework.denial_filing_waiting;
create index denial_filing_open on casework.denial_filing (filed_at, id)
    where judgement is null or judgement = 'QUESTIONED';

-- A case that was overdue when it was paused is overdue in the lists as it is on its page.
update casework.case_file set due = coalesce(
        case when clocks::jsonb #>> '{dues,lawFirst}' = 'true' then null else clocks::jsonb #>> '{dues,promise}' end,
        clocks::jsonb #>> '{dues,statute}')::timestamptz
    where state = 'PAUSED' and due is null and clocks is not null;
