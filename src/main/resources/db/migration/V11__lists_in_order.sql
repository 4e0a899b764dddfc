-- Whom silence accepts is read in order, a stretch at a time: without the id in the index, all of them were sorted for it.
-- The state stays outside, so that an act that changes nothing else needs no new entry in any index.
drop index casework.case_file_unanswered;
create index case_file_unanswered on casework.case_file (due, id) where accepted_at is null and closed_at is null;

-- The list of every unit's open cases, which supervisors and auditors see, was sorted whole for its first page.
create index case_file_due on casework.case_file (due, id) where closed_at is null;
