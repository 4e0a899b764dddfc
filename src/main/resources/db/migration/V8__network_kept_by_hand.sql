-- What the administrator's imports and the officers' own absences need.

-- Which days are still to come is not the database's to say: its day is not that of the product's clock. Whoever appoints
-- officers asks with the clock's day (network.tables.PostCover).
drop trigger post_cover on network.post;
drop function network.appointed_not_both_away();

-- An import may exchange what is unique between two rows; it is asked once all rows are written.
alter table network.unit drop constraint unit_department_division_key;
alter table network.unit add constraint unit_department_division_key unique (department, division) deferrable;
alter table network.service_window drop constraint service_window_centre_number_key;
alter table network.service_window add constraint service_window_centre_number_key unique (centre, number) deferrable;
alter table network.officer drop constraint officer_account_key;
alter table network.officer add constraint officer_account_key unique (account) deferrable;

-- A post whose authorisations stand in the register is not removed with them: each is revoked by itself, on record.
alter table network.authorisation drop constraint authorisation_post_fkey;
alter table network.authorisation add constraint authorisation_post_fkey foreign key (post) references network.post;
