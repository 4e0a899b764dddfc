-- A draft that was thrown away and the next one have the same number; their revisions tell them apart.
create sequence catalogue.revision as int;
select setval('catalogue.revision', max(revision)) from catalogue.item_version;
alter table catalogue.item_version alter column revision set default nextval('catalogue.revision');

-- A licence without a number of its own has that of article 42 in lists too.
update catalogue.item_version
    set card = jsonb_set(card, '{card,statutory}', '{"amount": 20, "unit": "WORKING_DAY"}')
    where card #>> '{card,type}' = 'LICENCE' and card #>> '{card,statutory}' is null;
