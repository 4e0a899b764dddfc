-- A draft that was thrown away and the next one have the same number; their revisions tell them apart.
create sequence catalogue.revision as int;
select setval('catalogue.revision', max(revision)) from catalogue.item_version;
alter table catalogue.item_version alter column revision set default nextval('catalogue.revision');
