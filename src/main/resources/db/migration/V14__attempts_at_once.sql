-- Who tries is one row, whatever account it is: a second unique key made two first attempts at once fail.
alter table identity.sign_in_guard drop constraint sign_in_guard_account_key;
create index sign_in_guard_account on identity.sign_in_guard (account);
