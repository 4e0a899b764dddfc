-- Each node takes the running numbers of cases fifty at a time (casework.store.CaseNumbers).
alter sequence casework.case_number increment by 50;
