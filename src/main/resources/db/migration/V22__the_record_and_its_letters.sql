-- With the key, so that one case's end is found without computing every case's subject.
create or replace view casework.published_heads as
    select 'case:' || id as subject, head_nth as nth, head_hash as hash, id as subject_id from casework.case_file;
