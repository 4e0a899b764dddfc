-- What a supervisor wrote about a denial is in the record; the public page says that it was reversed, not why.
update documents.letter
    set revoked_because = '监督单位已撤销这项决定 · The supervising unit has reversed this decision'
    where revoked_because like '监督单位已撤销这项决定：%';

-- A letter's text is fixed when it is issued. Its PDF comes to it once, and so does its revocation. As in the journal,
-- this keeps mistakes out, not an enemy with the owner's rights: those the verifier finds.
create function documents.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A letter is fixed when it is issued: % is refused', tg_op;
end $$;
create trigger letter_is_final before delete or truncate or
    update of id, code, kind, title, case_id, nth, number, issued_on, valid_until, content, sha256 on documents.letter
    for each statement execute function documents.refuse_change();
create trigger pdf_is_final before update of pdf on documents.letter
    for each row when (old.pdf is not null) execute function documents.refuse_change();
create trigger revocation_is_final before update of revoked_on, revoked_because on documents.letter
    for each row when (old.revoked_on is not null) execute function documents.refuse_change();

-- For the journal's verifier: the fingerprint that each letter's text has now, whatever is kept beside it.
drop view documents.published_letter;
create view documents.published_letters as
    select 'case:' || case_id as subject, case_id as subject_id, id, sha256(convert_to(content, 'UTF8')) as sha256
    from documents.letter;

-- With the key, so that one case's end is found without computing every case's subject.
create or replace view casework.published_heads as
    select 'case:' || id as subject, head_nth as nth, head_hash as hash, id as subject_id from casework.case_file;
