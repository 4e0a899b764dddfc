-- A denial that was questioned can be upheld or reversed without the answer: it stays among those to be reviewed.
drop index casework.denial_filing_waiting;
create index denial_filing_open on casework.denial_filing (filed_at, id)
    where judgement is null or judgement = 'QUESTIONED';
