-- An upload that was not used is deleted after a time, and its content with it when nothing else has it. A file that a
-- case once handed in stays: the case names it, or what the record says a correction replaced.
-- Nobody writes a case meanwhile. Nearly all files are kept: those that are not are set, and no other row is written.
lock table casework.case_file in share row exclusive mode;
alter table documents.file add column kept boolean not null default true;
with used as (
    select r[1]::uuid as id from casework.case_file c,
        regexp_matches(c.materials, '"file": ?"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"', 'g') r
    union
    select r[1]::uuid from journal.entry e,
        regexp_matches(e.payload, '"file": ?"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"', 'g') r
    where e.kind like 'case.%' and e.payload like '%"replaced":%'
)
update documents.file f set kept = false where not exists (select from used u where u.id = f.id);
alter table documents.file alter column kept set default false;

create index file_not_kept on documents.file (uploaded_at, id) where not kept;
create index file_of_content on documents.file (sha256);
create index letter_of_content on documents.letter (pdf) where pdf is not null;

-- For whoever uses files: these stay. Each has to be there; one that is just being deleted is waited for.
create function documents.keep(files uuid[]) returns void language plpgsql as $$
begin
    update documents.file set kept = true where id = any (files) and not kept;
    if exists (select from unnest(files) f where not exists (select from documents.file where id = f)) then
        raise foreign_key_violation using message = 'A file that is to be kept is not there';
    end if;
end $$;

-- Whoever writes a case, and in whatever statement: no file of it is ever taken for one that was not used.
create function casework.keep_files() returns trigger language plpgsql as $$
declare
    before text := case when tg_op = 'UPDATE' then old.materials else '[]' end;
begin
    perform documents.keep(array(
        select (m ->> 'file')::uuid from jsonb_array_elements(new.materials::jsonb) m where (m ->> 'file') is not null
        except
        select (m ->> 'file')::uuid from jsonb_array_elements(before::jsonb) m where (m ->> 'file') is not null));
    return null;
end $$;
create trigger files_are_kept after insert or update of materials on casework.case_file
    for each row when (new.materials <> '[]') execute function casework.keep_files();
