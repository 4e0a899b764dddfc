-- An act that relies on somebody's account says so in the statement that writes it: an applicant's opens, an officer's is
-- one of an officer.
create view identity.published_account as
    select id,
           disabled_at is null
               and case when kind = 'OFFICER' then 'OFFICER' = any (roles) else password is not null end as serves
      from identity.account;
