-- Grants of licences are public (AL 40): newest first, and a company's own by its name.
create index letter_granted on documents.letter (issued_on desc, id desc)
    where kind = 'GRANT' and title = '准予许可决定书';
create index letter_granted_to on documents.letter ((content::jsonb #>> '{addressee,name}') collate "C")
    where kind = 'GRANT' and title = '准予许可决定书' and content::jsonb #>> '{addressee,person}' = 'false';
