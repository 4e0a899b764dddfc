-- Administrator, security administrator and auditor hold no other role. Where one of them did, the others are taken.
update identity.account set roles = array(select role from unnest(roles) as role
        where role in ('ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR'))
    where roles && array['ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR'] and cardinality(roles) > 1;
alter table identity.account drop constraint three_people;
alter table identity.account add constraint three_people check (cardinality(roles) <= 1
    or not roles && array['ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR']);

-- A system shows tokens and has no password.
delete from identity.password_link using identity.account
    where account.id = password_link.account and account.kind = 'SYSTEM';
update identity.account set password = null where kind = 'SYSTEM';
alter table identity.account add constraint system_has_no_password check (kind <> 'SYSTEM' or password is null);

-- A link for the password of one of these three people takes two: who issued it, and another of them who says yes.
alter table identity.password_link
    add column issued_by uuid references identity.account, -- null: the system
    add column takes_two boolean not null default false,
    add column confirmed_by uuid references identity.account;
