-- What the unit replies where the supervisor questioned a denial.
alter table casework.denial_filing
    add column reply text,
    add column replied_by uuid,
    add column replied_by_name text,
    add column replied_at timestamptz;
create index denial_filing_asked on casework.denial_filing (unit, reviewed_at, id)
    where judgement = 'QUESTIONED' and reply is null;

-- Cases that could not be computed again on an amended calendar; they are tried until they can.
create table casework.recomputation_again (
    case_id uuid primary key
);

-- Of the decided cases, those that had a due date: only they can be on time.
alter table casework.item_days add column dated int;
update casework.item_days set dated = cases;
alter table casework.item_days alter column dated set not null;
