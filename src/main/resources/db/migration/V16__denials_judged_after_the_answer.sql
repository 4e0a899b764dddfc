-- A question is no judgement yet: once the unit has answered, the supervisor upholds or reverses. What was asked is kept.
alter table casework.denial_filing add column question text;
update casework.denial_filing set question = remark where judgement = 'QUESTIONED';
drop index casework.denial_filing_waiting;
create index denial_filing_waiting on casework.denial_filing (filed_at, id)
    where judgement is null or (judgement = 'QUESTIONED' and reply is not null);
